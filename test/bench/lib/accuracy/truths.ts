import { formatBytes } from '../../../../src-main/contract/index.js';
import type { MemoryName, RunRecord } from '../../../../src-main/contract/index.js';
import { median } from '../../../../src-main/experiments/statistics/index.js';
import type { Lab } from '../../../../src-main/lab/lab.js';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type { Errors } from './errors.js';
import { labRun } from './lab-run.js';
import { isContainer, said } from './truth-guest.js';
import type { TruthGuest } from './truth-guest.js';

export const WAITS_MS = [5, 50, 200];
export const FIRST_WAIT_MS = 100;
export const SIZES = [8, 32, 128].map((mebibytes) => mebibytes * 1024 ** 2);
export const COMPUTES_MS = [50, 400];
const LINGER = ['--linger', '250ms'];
export const PERIOD_MS = 20;
const NS_PER_MS = 1e6;
const MIB = 1024 ** 2;

/** What a run without work comes to in this runtime; that is taken off. */
interface Baseline {
  totalMs: number[];
  cpuMs: number[];
  memoryMib: number[];
}

/** Known waits, sizes and CPU times in one runtime. */
export class Truths {
  readonly #baseline: Baseline = { totalMs: [], cpuMs: [], memoryMib: [] };
  readonly #waited: { totalMs: number; truthMs: number }[] = [];
  readonly #took: { mib: number; truthMib: number }[] = [];
  readonly #computed: { cpuMs: number; truthMs: number; asked: number }[] = [];

  constructor(
    private readonly lab: Lab,
    private readonly guest: TruthGuest,
    private readonly runtime: string,
  ) {}

  async measure(errors: Errors): Promise<void> {
    const idle = await this.#run(['--silent', ...LINGER]);
    this.#baseline.cpuMs.push(cpuMsOf(idle));
    this.#baseline.memoryMib.push(this.#memoryMib(idle));
    for (const ms of WAITS_MS) await this.#betweenOutputs(ms, errors);
    await this.#beforeOutput();
    for (const bytes of SIZES) await this.#take(bytes, errors);
    for (const ms of COMPUTES_MS) await this.#compute(ms);
  }

  /** The baselines are whole now. */
  conclude(errors: Errors): void {
    const { runtime } = this;
    const { totalMs, cpuMs, memoryMib } = this.#baseline;
    for (const one of this.#waited) {
      errors.add(
        `wait before the first output, whole run, ${runtime}`,
        'ms',
        one.totalMs - one.truthMs - median(totalMs),
      );
    }
    for (const one of this.#took) {
      const name = `memory, ${isContainer(runtime) ? 'anonymous' : 'private dirty'}, ${formatBytes(one.truthMib * MIB)}, ${runtime}`;
      errors.add(name, 'MiB', one.mib - one.truthMib - median(memoryMib));
    }
    for (const one of this.#computed) {
      errors.add(
        `CPU time, ${String(one.asked)} ms, ${runtime}`,
        'ms',
        one.cpuMs - one.truthMs - median(cpuMs),
      );
    }
  }

  /** When the lab heard two outputs, between which the guest waited. */
  async #betweenOutputs(ms: number, errors: Errors): Promise<void> {
    const heardMs: number[] = [];
    const request = this.guest.request(this.runtime, ['--wait', `${String(ms)}ms`], 60_000);
    const { stdout } = await labRun(this.lab, request, {
      onOutput: () => heardMs.push(monotonicMs()),
    });
    const [first, second] = heardMs;
    // Both at once: the first was held up until after the wait, which is an error of its full size.
    const seenMs = first === undefined || second === undefined ? 0 : second - first;
    errors.add(
      `wait between two outputs, ${this.runtime}`,
      'ms',
      seenMs - truthMs(stdout, 'waited_ns'),
    );
  }

  async #beforeOutput(): Promise<void> {
    const waits = ['--silent', '--wait', `${String(FIRST_WAIT_MS)}ms`];
    const [plain, waited] = [
      await this.#run(['--silent', '--wait', '0ms'], 60_000),
      await this.#run(waits, 60_000),
    ];
    this.#baseline.totalMs.push(plain.durationMs);
    this.#waited.push({ totalMs: waited.durationMs, truthMs: truthMs(waited.stdout, 'waited_ns') });
  }

  async #take(bytes: number, errors: Errors): Promise<void> {
    const record = await this.#run(['--silent', '--take', String(bytes), ...LINGER]);
    this.#took.push({ mib: this.#memoryMib(record), truthMib: bytes / MIB });
    const { linearBytes } = record.peak;
    if (linearBytes === undefined) return;
    errors.add(`linear memory, ${this.runtime}`, 'MiB', (linearBytes - bytes) / MIB);
  }

  async #compute(ms: number): Promise<void> {
    const record = await this.#run(['--silent', '--compute', `${String(ms)}ms`, ...LINGER]);
    this.#computed.push({
      cpuMs: cpuMsOf(record),
      truthMs: truthMs(record.stdout, 'computed_ns'),
      asked: ms,
    });
  }

  #run(args: string[], periodMs = PERIOD_MS): Promise<RunRecord> {
    return labRun(this.lab, this.guest.request(this.runtime, args, periodMs));
  }

  #memoryMib({ samples }: RunRecord): number {
    const name: MemoryName = isContainer(this.runtime) ? 'anonBytes' : 'privateDirtyBytes';
    return Math.max(...samples.flatMap(({ memory }) => memory[name] ?? [])) / MIB;
  }
}

function truthMs(stdout: string, word: string): number {
  return (said(stdout, word) ?? Number.NaN) / NS_PER_MS;
}

function cpuMsOf({ samples }: RunRecord): number {
  return samples.findLast(({ cpuTimeMs }) => cpuTimeMs !== undefined)?.cpuTimeMs ?? Number.NaN;
}
