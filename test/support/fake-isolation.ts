import { LabError } from '../../src-main/contract/index.js';
import type {
  Answers,
  AttemptResult,
  Instance,
  IsolationMatrix,
  IsolationProfile,
  ProbeProgress,
  ProbeRequest,
  ProfileSubject,
  RuntimeInfo,
} from '../../src-main/contract/index.js';
import { fakeMatrix } from './fake-matrix.js';
import { defaultProfile, moduleProfile, privilegedProfile, wasmProfile } from './fake-profiles.js';

export interface FakeIsolationOptions {
  /** Profiles never come. */
  holds?: boolean;
  /** Profiles and probes are refused. */
  fails?: boolean;
  /** All has been tried before. */
  isProbed?: boolean;
  /** Results a push; 0 waits for `step`. */
  pace?: number;
}

type Push = (name: string, payload: unknown) => void;
const PUSH_MS = 250;

/** Profiles and probes of a machine that only pretends: a container with `privileged` or `build` in its name is a wide one. */
export class FakeIsolation {
  matrix: IsolationMatrix | undefined;
  progress: ProbeProgress = { isRunning: false, done: 0, total: 0 };
  #waiting: AttemptResult[] = [];

  constructor(
    private readonly push: Push,
    private readonly instances: () => readonly Instance[],
    private readonly runtimes: () => readonly RuntimeInfo[],
    private readonly options: FakeIsolationOptions = {},
  ) {
    if (options.isProbed === true) this.matrix = fakeMatrix(runtimes(), ['default', 'loosened']);
  }

  answer(name: string, params: unknown): unknown {
    switch (name) {
      case 'isolation.profile':
        return this.#profile((params as { subject: ProfileSubject }).subject);
      case 'isolation.probe':
        return this.#start(params as ProbeRequest);
      case 'isolation.stopProbe':
        return this.#stop();
      case 'isolation.matrix':
        return {
          ...(this.matrix && { matrix: this.matrix }),
          progress: this.progress,
        } satisfies Answers['isolation.matrix'];
      default:
        return undefined;
    }
  }

  /** So many attempts more are made and told. */
  step(count: number): void {
    if (this.matrix === undefined || !this.progress.isRunning) return;
    const results = this.#waiting.splice(0, count);
    this.matrix = { ...this.matrix, results: [...this.matrix.results, ...results] };
    this.#tell(results, this.#waiting.length > 0);
  }

  #tell(results: AttemptResult[], isRunning: boolean): void {
    const next = this.#waiting[0];
    const { total } = this.progress;
    this.progress = {
      isRunning,
      done: total - this.#waiting.length,
      total,
      ...(isRunning &&
        next && { current: { runtime: next.runtime, set: next.set, attempt: next.attempt } }),
    };
    if (this.matrix !== undefined)
      this.matrix = { ...this.matrix, isPartial: this.#waiting.length > 0 };
    this.push('isolation.probed', { progress: this.progress, results });
  }

  #profile(subject: ProfileSubject): Promise<IsolationProfile> | IsolationProfile {
    if (this.options.holds === true) return new Promise(() => undefined);
    if (subject.kind === 'module') return moduleProfile(subject, subject.path);
    const instance = this.instances().find(({ id }) => id === subject.id);
    if (instance === undefined || this.options.fails === true) {
      throw new LabError(
        'unknown-instance',
        'It ended while it was read.',
        'Choose another one, or start it again.',
      );
    }
    if (instance.kind === 'wasm') return wasmProfile(subject, instance.name);
    return /privileged|build/.test(instance.name)
      ? privilegedProfile(subject, instance.name)
      : defaultProfile(subject, instance.name);
  }

  #start({ runtimes, sets }: ProbeRequest): ProbeProgress {
    if (this.options.fails === true) {
      throw new LabError(
        'unknown-twin',
        'The image of the twin probe could not be made: the engine does not answer.',
        'Start the engine, or choose Wasm runtimes only.',
      );
    }
    const chosen = this.runtimes().filter(({ id }) => runtimes?.includes(id) ?? true);
    const whole = fakeMatrix(chosen, sets);
    this.#waiting = whole.results;
    this.matrix = { ...whole, results: [], isPartial: true };
    this.progress = { isRunning: true, done: 0, total: whole.results.length };
    if (this.options.pace !== 0) this.#play(this.options.pace ?? 24);
    return this.progress;
  }

  #play(pace: number): void {
    const timer = setInterval(() => {
      this.step(pace);
      if (!this.progress.isRunning) clearInterval(timer);
    }, PUSH_MS);
  }

  #stop(): { stopped: boolean } {
    const stopped = this.progress.isRunning;
    if (stopped) this.#tell([], false);
    return { stopped };
  }
}
