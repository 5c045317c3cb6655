import { toWireError } from '../../../../src-main/contract/index.js';
import type { Client, InstanceAsRun, WireError } from '../../../../src-main/contract/index.js';
import type { Comparison } from '../../../state/comparison.svelte.js';

/** From an instance to the Lab's form. What would be left out is said first; else the Lab opens at once. */
export class LabOffer {
  busy = $state(false);
  found = $state.raw<InstanceAsRun>();
  problem = $state.raw<WireError>();

  constructor(
    private readonly client: Client,
    private readonly comparison: Comparison,
    private readonly instanceId: string,
    private readonly goToLab: (asRun: InstanceAsRun) => void,
  ) {}

  async ask(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.dismiss();
    try {
      this.found = await this.client.request('instances.asRun', { id: this.instanceId });
      if (this.found.leftOut.length === 0) this.accept();
    } catch (thrown) {
      this.problem = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }

  accept(): void {
    const { found } = this;
    if (found === undefined) return;
    this.comparison.propose(found.request);
    this.dismiss();
    this.goToLab(found);
  }

  dismiss(): void {
    this.found = undefined;
    this.problem = undefined;
  }
}
