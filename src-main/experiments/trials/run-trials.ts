import type { DroppedContender, StopRule, TrialFailure, Warning } from '../../contract/index.js';
import { Gate } from './gate.js';
import { blocks } from './order.js';
import { isEnough } from './stop-rule.js';
import { watchForSleep } from './suspend.js';

const MOST_FAILURES = 3;

export interface TrialRules {
  /** Ids; each at least once. */
  contenders: readonly string[];
  runs: number;
  warmUps: number;
  seed: number;
  stop: StopRule;
  /** Which contenders run in each so manieth block only, and so have as many fewer values; warm-ups are in the first ones. */
  every?: ReadonlyMap<string, number>;
}

export interface Trial<T> {
  contender: string;
  value: T;
  isWarmUp: boolean;
  /** The how manieth run of all contenders it was, whatever came of them; from 1. */
  nth: number;
}

/** A run that has ended, whatever it came to: the order of all runs is that of their sequence. */
export interface EndedTrial<T = unknown> {
  /** Over all contenders, warm-ups and failures included; from 1. */
  sequence: number;
  contender: string;
  isWarmUp: boolean;
  /** When it had ended, from the beginning of the first one. */
  atMs: number;
  /** `slept`: the machine slept meanwhile, so it does not count. */
  came: { to: 'value'; value: T } | { to: 'failure'; why: string } | { to: 'slept' };
}

/** Rejected with by `measure`, it says that the machine slept during the run. */
export class Slept extends Error {}

export interface TrialOptions<T> {
  /** One run of one contender. Rejects with an Error whose message says why it gave no value. */
  measure: (contender: string) => Promise<T>;
  /** The number that decides whether there is enough of them. */
  numberOf: (value: T) => number;
  /** Hears of each run as it ends, and how far it is. */
  onTrial?(trial: Trial<T> | undefined, progress: TrialProgress): void;
  /** Hears of every run before that, also of one that gave no value, not of one that was cut short; awaited before the next. */
  onEnded?(ended: EndedTrial<T>): Promise<void>;
  signal: AbortSignal;
  gate?: Gate;
  nowMs?: () => number;
}

export interface TrialProgress {
  done: number;
  total: number;
  /** Absent before the first run. */
  remainingMs?: number;
  /** What runs next; absent at the end. */
  next?: string;
}

export interface TrialsResult<T> {
  /** By contender, those that count, in the order of the runs. */
  values: Map<string, T[]>;
  /** Of each value, the how manieth run of all contenders it was; from 1. */
  order: Map<string, number[]>;
  failures: Map<string, TrialFailure[]>;
  dropped: DroppedContender[];
  warnings: Warning[];
  /** True when it was aborted. */
  isPartial: boolean;
}

/** What is known of one contender while the trials go on. */
interface Lane<T> {
  id: string;
  values: T[];
  order: number[];
  failures: TrialFailure[];
  failuresInARow: number;
  begun: number;
  spentMs: number;
  warmUpsLeft: number;
  dropped?: string;
}

/**
 * Runs contenders one at a time, interleaved in seeded blocks, until each has enough. A contender that fails three
 * times in a row is dropped and the rest go on; a run during which the machine slept does not count. Never rejects.
 */
export async function runTrials<T>(
  rules: TrialRules,
  options: TrialOptions<T>,
): Promise<TrialsResult<T>> {
  const trials = new Trials(rules, options);
  await trials.run();
  return trials.result();
}

class Trials<T> {
  readonly #lanes: Map<string, Lane<T>>;
  readonly #gate: Gate;
  readonly #nowMs: () => number;
  readonly #beganMs: number;
  readonly #warnings: Warning[] = [];
  #blocks = 0;
  #ended = 0;
  #begun = 0;

  constructor(
    private readonly rules: TrialRules,
    private readonly options: TrialOptions<T>,
  ) {
    this.#gate = options.gate ?? new Gate();
    this.#nowMs = options.nowMs ?? (() => performance.now());
    this.#beganMs = this.#nowMs();
    this.#lanes = new Map(rules.contenders.map((id) => [id, newLane<T>(id, rules.warmUps)]));
  }

  async run(): Promise<void> {
    for (const block of blocks(this.rules.contenders, this.rules.seed)) {
      const open = block.flatMap((id) => this.#open(id));
      this.#blocks += 1;
      if (open.length === 0 || this.#isAborted()) return;
      for (const lane of open) {
        this.options.onTrial?.(undefined, this.#progress(lane.id));
        await this.#gate.passed(this.options.signal);
        if (this.#isAborted()) return;
        await this.#trial(lane);
      }
    }
  }

  result(): TrialsResult<T> {
    const lanes = [...this.#lanes.values()];
    return {
      values: new Map(lanes.map(({ id, values }) => [id, values])),
      order: new Map(lanes.map(({ id, order }) => [id, order])),
      failures: new Map(lanes.map(({ id, failures }) => [id, failures])),
      dropped: lanes.flatMap(({ id, dropped, failures }) =>
        dropped === undefined ? [] : [{ runtime: id, why: dropped, failures }],
      ),
      warnings: this.#warnings,
      isPartial: this.#isAborted(),
    };
  }

  #isAborted(): boolean {
    return this.options.signal.aborted;
  }

  #open(id: string): Lane<T>[] {
    const lane = this.#lanes.get(id);
    return lane === undefined || this.#isDone(lane) || !this.#isInTurn(lane) ? [] : [lane];
  }

  #isInTurn({ id, warmUpsLeft }: Lane<T>): boolean {
    return warmUpsLeft > 0 || (this.#blocks - this.rules.warmUps) % this.#everyOf(id) === 0;
  }

  #everyOf(id: string): number {
    return this.rules.every?.get(id) ?? 1;
  }

  #mostOf(id: string): number {
    return Math.ceil(this.rules.runs / this.#everyOf(id));
  }

  #isDone(lane: Lane<T>): boolean {
    if (lane.dropped !== undefined) return true;
    if (lane.warmUpsLeft > 0) return false;
    const values = lane.values.map(this.options.numberOf);
    const elapsedMs = this.#nowMs() - this.#beganMs;
    return isEnough(this.rules.stop, { values, most: this.#mostOf(lane.id), elapsedMs });
  }

  async #trial(lane: Lane<T>): Promise<void> {
    lane.begun += 1;
    this.#begun += 1;
    const beganMs = this.#nowMs();
    const came = await this.#measure(lane.id);
    lane.spentMs += this.#nowMs() - beganMs;
    // What was stopped in its middle is no measurement.
    if (this.#isAborted()) return;
    await this.#tell(lane, came);
    if (came.to === 'value') this.#keep(lane, came.value);
    else if (came.to === 'failure') fail(lane, came.why);
    else this.#warnings.push(slept(lane));
  }

  /** Never rejects. */
  async #measure(id: string): Promise<EndedTrial<T>['came']> {
    const hasSlept = watchForSleep();
    try {
      const value = await this.options.measure(id);
      return hasSlept() ? { to: 'slept' } : { to: 'value', value };
    } catch (thrown) {
      if (thrown instanceof Slept) return { to: 'slept' };
      return { to: 'failure', why: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  async #tell({ id, warmUpsLeft }: Lane<T>, came: EndedTrial<T>['came']): Promise<void> {
    this.#ended += 1;
    await this.options.onEnded?.({
      ...{ sequence: this.#ended, contender: id, isWarmUp: warmUpsLeft > 0 },
      ...{ atMs: this.#nowMs() - this.#beganMs, came },
    });
  }

  #keep(lane: Lane<T>, value: T): void {
    lane.failuresInARow = 0;
    const isWarmUp = lane.warmUpsLeft > 0;
    const nth = this.#begun;
    if (isWarmUp) lane.warmUpsLeft -= 1;
    else {
      lane.values.push(value);
      lane.order.push(nth);
    }
    this.options.onTrial?.({ contender: lane.id, value, isWarmUp, nth }, this.#progress());
  }

  #progress(next?: string): TrialProgress {
    const lanes = [...this.#lanes.values()];
    const left = lanes.map((lane) => ({ lane, runs: this.#runsLeft(lane) }));
    const done = lanes.reduce((sum, { begun }) => sum + begun, 0);
    const remainingMs = left.reduce((sum, { lane, runs }) => sum + runs * meanMs(lane, lanes), 0);
    return {
      done,
      total: done + left.reduce((sum, { runs }) => sum + runs, 0),
      ...(done === 0 ? {} : { remainingMs: this.#atMost(remainingMs) }),
      ...(next === undefined ? {} : { next }),
    };
  }

  #atMost(remainingMs: number): number {
    const { stop } = this.rules;
    if (stop.kind !== 'time') return remainingMs;
    return Math.min(remainingMs, Math.max(0, stop.ms - (this.#nowMs() - this.#beganMs)));
  }

  #runsLeft(lane: Lane<T>): number {
    return this.#isDone(lane) ? 0 : lane.warmUpsLeft + this.#mostOf(lane.id) - lane.values.length;
  }
}

function newLane<T>(id: string, warmUpsLeft: number): Lane<T> {
  return {
    id,
    values: [],
    order: [],
    failures: [],
    failuresInARow: 0,
    begun: 0,
    spentMs: 0,
    warmUpsLeft,
  };
}

function fail<T>(lane: Lane<T>, why: string): void {
  lane.failures.push({ run: lane.begun, why });
  lane.failuresInARow += 1;
  if (lane.failuresInARow < MOST_FAILURES) return;
  lane.dropped = `It failed ${String(MOST_FAILURES)} times in a row, last: ${why}`;
}

/** Its own, or that of all others where it has not run yet. */
function meanMs<T>(lane: Lane<T>, all: readonly Lane<T>[]): number {
  if (lane.begun > 0) return lane.spentMs / lane.begun;
  const begun = all.reduce((sum, one) => sum + one.begun, 0);
  return begun === 0 ? 0 : all.reduce((sum, one) => sum + one.spentMs, 0) / begun;
}

function slept<T>({ id, begun }: Lane<T>): Warning {
  return {
    code: 'machine-slept',
    message: `The machine slept, or its clock was set, during run ${String(begun)} of ${id}: it does not count.`,
    hint: 'Keep the machine awake while an experiment runs.',
  };
}
