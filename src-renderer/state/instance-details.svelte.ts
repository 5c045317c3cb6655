import { toWireError } from '../../src-main/contract/index.js';
import type {
  Alert,
  Answers,
  Client,
  InstanceEvent,
  WireError,
} from '../../src-main/contract/index.js';
import { FrameCommit } from './frame.js';
import { InstanceSeries } from './instance-series.js';

const MOST_EVENTS = 500;

/** All that is known of the one instance whose details are shown, kept up to date by pushes. */
export class InstanceDetailsState {
  details = $state.raw<Answers['instances.details']>();
  events = $state.raw<readonly InstanceEvent[]>([]);
  alerts = $state.raw<readonly Alert[]>([]);
  problem = $state.raw<WireError>();
  historyProblem = $state.raw<WireError>();
  hasHistory = $state(false);
  readonly #series = new InstanceSeries();
  #version = $state(0);
  #periodMs: number | undefined;
  #waiting: Parameters<InstanceSeries['add']>[] = [];
  #isClosed = false;
  readonly #frame = new FrameCommit(() => (this.#version += 1));
  readonly #stops: (() => void)[];

  constructor(
    private readonly client: Client,
    private readonly id: string,
  ) {
    this.#stops = [
      client.on('instances.samples', ({ periodMs, samples }) => {
        this.#periodMs = periodMs;
        for (const one of samples) if (one.id === id) this.#take(one.samples, periodMs);
      }),
      client.on('instances.events', (events) => {
        const ours = events.filter(({ instanceId }) => instanceId === id);
        if (ours.length > 0) this.events = [...this.events, ...ours].slice(-MOST_EVENTS);
      }),
      client.on('monitor.alert', (alert) => {
        if (alert.instanceId === id) this.alerts = [...this.alerts, alert];
      }),
      client.on('client.behind', () => void this.loadHistory()),
    ];
  }

  get series(): InstanceSeries {
    return tracked(this.#version, this.#series);
  }

  /** The monitor's zero on the wall clock, as far as something tells both times. */
  get epochMs(): number | undefined {
    const known = [...this.alerts, ...this.events].find(({ tMs }) => tMs !== undefined);
    if (known?.tMs === undefined) return undefined;
    const epochMs = Date.parse(known.atIso) - known.tMs;
    return Number.isNaN(epochMs) ? undefined : epochMs;
  }

  async load(): Promise<void> {
    await Promise.all([this.loadDetails(), this.loadHistory(), this.#loadAlerts()]);
  }

  /** Again after each start: other limits, another process. */
  async loadDetails(): Promise<void> {
    try {
      const details = await this.client.request('instances.details', { id: this.id });
      if (this.#isClosed) return;
      this.details = details;
      this.events = merged(details.events, this.events);
      this.problem = undefined;
    } catch (thrown) {
      if (!this.#isClosed) this.problem = toWireError(thrown);
    }
  }

  /** What arrives meanwhile comes after it. */
  async loadHistory(): Promise<void> {
    this.hasHistory = false;
    try {
      const { samples } = await this.client.request('instances.history', { id: this.id });
      if (this.#isClosed) return;
      this.#series.clear();
      this.#series.add(samples, this.#periodMs ?? usualStepMs(samples.map(({ tMs }) => tMs)));
      this.historyProblem = undefined;
    } catch (thrown) {
      if (!this.#isClosed) this.historyProblem = toWireError(thrown);
    }
    this.hasHistory = true;
    for (const [samples, periodMs] of this.#waiting) this.#series.add(samples, periodMs);
    this.#waiting = [];
    this.#frame.request();
  }

  close(): void {
    this.#isClosed = true;
    this.#frame.cancel();
    for (const stop of this.#stops) stop();
  }

  #take(...added: Parameters<InstanceSeries['add']>): void {
    if (!this.hasHistory) {
      this.#waiting.push(added);
      return;
    }
    this.#series.add(...added);
    this.#frame.request();
  }

  async #loadAlerts(): Promise<void> {
    try {
      const { alerts } = await this.client.request('monitor.alerts', {});
      if (!this.#isClosed) this.alerts = alerts.filter(({ instanceId }) => instanceId === this.id);
    } catch {
      // Marks on a chart only: the list of alerts says what is wrong with it.
    }
  }
}

/** Half of the steps are no longer than it: the period, where nobody has told it yet. */
function usualStepMs(times: readonly number[]): number {
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 1000;
}

function merged(
  past: readonly InstanceEvent[],
  pushed: readonly InstanceEvent[],
): readonly InstanceEvent[] {
  const key = ({ atIso, action, detail }: InstanceEvent): string =>
    [atIso, action, detail ?? ''].join('\n');
  const known = new Map([...past, ...pushed].map((event) => [key(event), event]));
  return [...known.values()].sort((one, other) => one.atIso.localeCompare(other.atIso));
}

/** Reading the version is what ties the reader to it. */
function tracked<T>(_version: number, value: T): T {
  return value;
}
