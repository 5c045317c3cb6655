import { toWireError } from '../../src-main/contract/index.js';
import type { Alert, Client, WireError } from '../../src-main/contract/index.js';

const MOST_ALERTS = 200;
const MOST_TOASTS = 3;

/** What the monitor has raised, what of it nobody has looked at yet, and what pops up. */
export class Alerts {
  /** Newest first. */
  list = $state.raw<readonly Alert[]>([]);
  toasts = $state.raw<readonly Alert[]>([]);
  problem = $state.raw<WireError>();
  #seen = $state.raw<readonly string[]>([]);
  readonly #stop: () => void;

  constructor(private readonly client: Client) {
    this.#stop = client.on('monitor.alert', (alert) => {
      this.#add([alert]);
      // A hidden window has the desktop's own notification.
      if (!document.hidden) this.toasts = [...this.toasts, alert].slice(-MOST_TOASTS);
    });
  }

  get newCount(): number {
    return this.list.filter((alert) => this.isNew(alert)).length;
  }

  isNew({ id }: Alert): boolean {
    return !this.#seen.includes(id);
  }

  async load(): Promise<void> {
    try {
      this.#add((await this.client.request('monitor.alerts', {})).alerts);
      this.problem = undefined;
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
  }

  /** Somebody has looked at the list. */
  markSeen(): void {
    this.#seen = this.list.map(({ id }) => id);
  }

  dismiss(id: string): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  destroy(): void {
    this.#stop();
  }

  #add(alerts: readonly Alert[]): void {
    const fresh = alerts.filter(({ id }) => this.list.every((known) => known.id !== id));
    this.list = [...this.list, ...fresh]
      .sort((one, other) => other.tMs - one.tMs)
      .slice(0, MOST_ALERTS);
  }
}
