import { monotonicMs } from '../../metrics/clock.js';
import type { Crowd } from './crowd.js';
import { freeBytes } from './safety-line.js';
import type { SafetyLine } from './safety-line.js';
import { Reader } from './step.js';
import type { Step } from './step.js';
import { programsBeside } from './member.js';

/** Instances added one by one, and then all ended. */
export interface Ladder {
  steps: Step[];
  /** Of each, in their order, from its request until it said that it held. */
  startsMs: number[];
  /** From the wish until nothing of them was left. */
  teardownMs: number;
  end: { kind: 'all' | 'safety-line' | 'broke' | 'stopped'; why?: string };
  /** The programs that the engine keeps beside each. */
  besides: string[];
}

export interface LadderRules {
  instances: number;
  /** What one holds by itself, at least. */
  holdBytes: number;
  grid: ReadonlySet<number>;
  line: SafetyLine;
  signal: AbortSignal;
}

const STOPPED: Ladder['end'] = { kind: 'stopped', why: 'It was stopped.' };

/**
 * Adds one after another until there are enough, the machine comes to its safety line, or one cannot be had: that
 * ends the ladder and keeps its steps. Whatever happens all are ended before it returns. Throws an Error when not
 * even the first one held.
 */
export async function climb(crowd: Crowd, rules: LadderRules): Promise<Ladder> {
  const { line, signal } = rules;
  const climbing = new Climb(crowd, rules, line.availableBytes(), new Reader(freeBytes));
  const halt = new AbortController();
  const stop = (): void => halt.abort();
  signal.addEventListener('abort', stop);
  const unwatch = line.watch((why) => {
    climbing.end = { kind: 'safety-line', why };
    stop();
  });
  try {
    if (!signal.aborted) await climbing.go(halt.signal);
  } catch (thrown) {
    await crowd.end();
    throw thrown;
  } finally {
    unwatch();
    signal.removeEventListener('abort', stop);
  }
  const beganMs = monotonicMs();
  await crowd.end();
  const teardownMs = monotonicMs() - beganMs;
  if (signal.aborted) climbing.end = STOPPED;
  const { steps, startsMs, end, besides } = climbing;
  if (startsMs.length === 0) throw new Error(end.why);
  return { steps, startsMs, teardownMs, end, besides };
}

class Climb {
  readonly steps: Step[] = [];
  readonly startsMs: number[] = [];
  end: Ladder['end'] = { kind: 'all' };
  besides: string[] = [];

  constructor(
    private readonly crowd: Crowd,
    private readonly rules: LadderRules,
    private readonly availableAtFirstBytes: number,
    private readonly reader: Reader,
  ) {}

  async go(signal: AbortSignal): Promise<void> {
    while (this.startsMs.length < this.rules.instances && !signal.aborted) {
      if (!(await this.#oneMore(signal))) break;
      if (this.rules.grid.has(this.startsMs.length)) await this.#look(signal);
    }
    if (this.steps.at(-1)?.count !== this.startsMs.length) await this.#look(signal);
  }

  async #oneMore(signal: AbortSignal): Promise<boolean> {
    const refused = this.rules.line.refuses(this.#expectedBytes());
    if (refused !== undefined) {
      this.end = { kind: 'safety-line', why: refused };
      return false;
    }
    try {
      this.startsMs.push(await this.crowd.add(signal));
    } catch (thrown) {
      if (!signal.aborted) this.#broke(thrown instanceof Error ? thrown.message : String(thrown));
      return false;
    }
    return !this.#lostOne(signal);
  }

  /** At once when it is not to go on: the machine needs its memory back, or somebody waits. */
  async #look(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.startsMs.length === 0 || this.#lostOne(signal)) return;
    const members = this.crowd.members();
    const step = await this.reader.read(this.startsMs.length, members);
    // What ended meanwhile was read as nothing.
    if (this.#lostOne(signal)) return;
    this.steps.push(step);
    if (this.steps.length === 1) this.besides = programsBeside(members);
  }

  #lostOne(signal: AbortSignal): boolean {
    const why = this.crowd.loss();
    if (why === undefined || signal.aborted) return why !== undefined;
    const held = String(this.startsMs.length);
    this.#broke(`One of the ${held} that held their memory ended by itself: ${why}`);
    return true;
  }

  #broke(why: string): void {
    if (this.end.kind === 'all') this.end = { kind: 'broke', why };
  }

  /** As much as one has taken so far, or what it will hold. */
  #expectedBytes(): number {
    const fallBytes = this.availableAtFirstBytes - this.rules.line.availableBytes();
    return Math.max(this.rules.holdBytes, fallBytes / Math.max(1, this.startsMs.length));
  }
}
