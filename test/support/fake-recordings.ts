import { LabError } from '../../src-main/contract/index.js';
import type { RequestName } from '../../src-main/contract/index.js';

/** Which instances a pretended lab records. */
export class FakeRecordings {
  readonly live = new Set<string>();

  constructor(
    private readonly push: (name: string, payload: unknown) => void,
    private readonly isRecording: () => boolean,
  ) {}

  /** Undefined for what is no question of this. */
  answer(name: RequestName, params: unknown): unknown {
    const { id = '' } = params as { id?: string };
    switch (name) {
      case 'recordings.live':
        return { instanceIds: [...this.live] };
      case 'recordings.start':
        if (!this.isRecording()) throw new LabError('store-off', 'It is off.', 'Switch it on.');
        this.live.add(id);
        this.push('history.changed', { ids: [`i-${id}`] });
        return { id: `i-${id}` };
      case 'recordings.stop':
        this.push('history.changed', { ids: [`i-${id}`] });
        return { stopped: this.live.delete(id) };
      default:
        return undefined;
    }
  }
}
