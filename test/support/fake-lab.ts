import { LabError, REQUESTS, toWireError, validate } from '../../src-main/contract/index.js';
import type {
  Answers,
  ComparisonRequest,
  RequestName,
  RunStatus,
  Transport,
} from '../../src-main/contract/index.js';
import {
  ENGINES,
  IMAGES,
  INFO,
  LICENCES,
  NO_ENGINES,
  RUNTIMES,
  TWINS,
  WITHOUT_DOCKER,
} from './fake-machine.js';
import { MANY_ENGINES, MANY_RUNTIMES } from './fake-many.js';
import { fakeTryOut } from './fake-try-outs.js';
import { FakeInstances } from './fake-instances.js';
import type { FakeInstancesOptions } from './fake-instances.js';
import { FakeClaims } from './fake-claims.js';
import type { FakeClaimsOptions } from './fake-claims.js';
import { FakeExperiments } from './fake-experiments.js';
import type { FakeExperimentsOptions } from './fake-experiments.js';
import { FakeHistory } from './fake-history.js';
import type { FakeHistoryOptions } from './fake-history.js';
import { FakeIsolation } from './fake-isolation.js';
import type { FakeIsolationOptions } from './fake-isolation.js';
import { FakeRecordings } from './fake-recordings.js';
import { FakeSettings } from './fake-settings.js';
import type { FakeSettingsOptions } from './fake-settings.js';
import { FakeRun } from './fake-run.js';
import { scriptFor } from './fake-scripts.js';

export type ConnectionState = 'connected' | 'connecting' | 'lost';

export interface FakeLabOptions {
  /** Engines and their runtimes are there. */
  docker?: boolean;
  /** Virtual milliseconds for each real one. */
  speed?: number;
  /** Milliseconds that making the image takes. */
  prepareMs?: number;
  /** `comparisons.start` is refused with this. */
  startError?: Error;
  notice?: string;
  longNames?: boolean;
  /** A machine with about every engine and runtime. */
  many?: boolean;
  /** Real milliseconds that a try-out takes; `manual` waits for `finishTryOut`. */
  tryMs?: number | 'manual';
  /** What runs on the machine. */
  instances?: FakeInstancesOptions;
  /** What isolates them, and what was tried. */
  isolation?: FakeIsolationOptions;
  /** Experiments that grow. */
  experiments?: FakeExperimentsOptions;
  /** The paper's claims, and verdicts that come. */
  claims?: FakeClaimsOptions;
  settings?: FakeSettingsOptions;
  /** What was recorded. */
  history?: FakeHistoryOptions;
}

/**
 * A lab that only pretends: realistic runs, played back. For component tests, and for looking at
 * states that are rare on a real machine.
 */
export class FakeLab implements Transport {
  /** Every request that arrived, validated. */
  readonly requests: { name: string; params: unknown }[] = [];
  readonly sends: { name: string; params: unknown }[] = [];
  readonly runs: FakeRun[] = [];
  #state: ConnectionState = 'connected';
  readonly #listeners = new Set<(name: string, payload: unknown) => void>();
  readonly #stateListeners = new Set<(state: ConnectionState) => void>();
  #comparisons = 0;
  readonly settings: FakeSettings;
  readonly instances: FakeInstances;
  readonly isolation: FakeIsolation;
  readonly experiments: FakeExperiments;
  readonly claims: FakeClaims;
  readonly history: FakeHistory;
  #endTryOut: ((answer: Answers['runtimes.tryOut']) => void) | undefined;

  readonly recordings = new FakeRecordings(
    (name, payload) => this.push(name, structuredClone(payload)),
    () => this.settings.preferences.store.isRecording,
  );

  constructor(readonly options: FakeLabOptions = {}) {
    // First: which runtimes there are is asked of it.
    this.settings = new FakeSettings(
      (name, payload) => this.push(name, structuredClone(payload)),
      options.settings,
    );
    this.instances = new FakeInstances(
      (name, payload) => this.push(name, structuredClone(payload)),
      options.instances,
    );
    this.isolation = new FakeIsolation(
      (name, payload) => this.push(name, structuredClone(payload)),
      () => this.instances.all.map(({ view }) => view),
      () => this.#listing().runtimes,
      options.isolation,
    );
    this.experiments = new FakeExperiments(
      (name, payload) => this.push(name, structuredClone(payload)),
      () => this.#listing().runtimes,
      options.experiments,
    );
    this.claims = new FakeClaims(
      (name, payload) => this.push(name, structuredClone(payload)),
      () => this.#listing().runtimes,
      options.claims,
    );
    this.history = new FakeHistory(options.history);
  }

  async invoke(name: string, params: unknown): Promise<unknown> {
    await Promise.resolve();
    try {
      const known = name as RequestName;
      const input = validate(REQUESTS[known], params, name);
      this.requests.push({ name, params: input });
      // A copy, as anything that crosses a transport is.
      return { result: structuredClone(await this.#answer(known, input)) };
    } catch (thrown) {
      return { error: toWireError(thrown) };
    }
  }

  send(name: string, params: unknown): void {
    this.sends.push({ name, params });
  }

  onPush(listener: (name: string, payload: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly onState = (listener: (state: ConnectionState) => void): (() => void) => {
    this.#stateListeners.add(listener);
    listener(this.#state);
    return () => this.#stateListeners.delete(listener);
  };

  become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }

  push(name: string, payload: unknown): void {
    if (this.#state !== 'connected') return;
    for (const listener of this.#listeners) listener(name, payload);
  }

  pushHost(): void {
    this.push('host.sample', {
      atIso: '2026-01-01T00:00:00Z',
      cpuPercent: 31.4,
      memoryUsedBytes: 4.1 * 1024 ** 3,
      memoryTotalBytes: 23.5 * 1024 ** 3,
      ownCpuPercent: 1.8,
      ownRssBytes: 96 * 1024 ** 2,
      liveRuns: this.runs.filter(({ status }) => status.state !== 'ended').length,
      ...this.instances.host(),
    });
  }

  /** Advances every live run to this virtual time since its request. */
  playTo(ms: number): void {
    for (const run of this.runs) run.playTo(ms);
  }

  #answer(
    name: RequestName,
    params: unknown,
  ): Answers[RequestName] | Promise<Answers[RequestName]> {
    switch (name) {
      case 'app.info':
        return {
          ...INFO,
          ...(this.options.notice !== undefined && { notice: this.options.notice }),
        };
      case 'runtimes.list':
        return this.#listing();
      case 'runtimes.setPath':
        return this.#setPath(params as { family: string; path: string | null });
      case 'runtimes.tryOut':
        return this.#tryOut((params as { id: string }).id);
      case 'runtimes.stopTryOut':
        this.finishTryOut({
          outcome: { kind: 'stopped', signal: 'SIGKILL', reason: 'Stopped on request.' },
          phases: [],
          durationMs: 4,
          warnings: [],
        });
        return { stopped: true };
      case 'app.licences':
        return { licences: LICENCES };
      case 'settings.get':
      case 'settings.change':
      case 'monitor.configure':
      case 'scrape.state':
        return this.settings.answer(name, params);
      case 'store.folder':
      case 'store.chooseFolder':
        return this.settings.answer(name, params);
      case 'files.pickFolder':
        return { path: '/media/ada/disk/paralelo' };
      case 'store.state':
        return this.history.storeState ?? this.settings.answer(name, params);
      case 'recordings.live':
      case 'recordings.start':
      case 'recordings.stop':
        return this.recordings.answer(name, params) as Answers[RequestName];
      case 'twins.list':
        return { twins: TWINS };
      case 'images.list':
        return { images: IMAGES };
      case 'runtimes.clearCompiled':
        return { removedBytes: 0 };
      case 'images.load':
        return { refs: ['web:1'] };
      case 'images.removeTwins':
        return { removed: [] };
      case 'files.pickModule':
        return { path: '/home/ada/programs/mandelbrot.wasm' };
      case 'files.pickProgram':
        return { path: '/opt/wasmtime/wasmtime' };
      case 'runs.live':
        return { runs: this.runs.map((run) => run.view()) };
      case 'runs.stop':
        return { stopped: true };
      case 'comparisons.stop':
      case 'comparisons.stopAll':
        for (const run of this.runs) run.stop();
        return { stopped: this.runs.length };
      case 'guests.take':
      case 'guests.output':
        throw new Error('The pretended lab has no guests for pages.');
      case 'comparisons.start':
        return this.#start(params as ComparisonRequest);
      case 'isolation.profile':
      case 'isolation.probe':
      case 'isolation.stopProbe':
      case 'isolation.matrix':
        return this.isolation.answer(name, params) as Answers[RequestName];
      default:
        if (name.startsWith('experiments.')) {
          return this.experiments.answer(name, params) as Answers[RequestName];
        }
        if (name.startsWith('history.')) {
          return this.history.answer(name, params) as Answers[RequestName];
        }
        if (name.startsWith('claims.')) {
          return this.claims.answer(name, params) as Answers[RequestName];
        }
        return this.instances.answer(name, params) as Answers[RequestName];
    }
  }

  #listing(): Answers['runtimes.list'] {
    if (this.options.many === true) {
      return { runtimes: this.#named(MANY_RUNTIMES.map(this.#placed)), engines: MANY_ENGINES };
    }
    return this.options.docker === false
      ? { runtimes: WITHOUT_DOCKER, engines: NO_ENGINES }
      : { runtimes: this.#named(RUNTIMES), engines: ENGINES };
  }

  readonly #placed = (info: (typeof RUNTIMES)[number]): typeof info => {
    const path = this.settings.runtimePaths[info.id.split(':')[0] ?? ''];
    return path === undefined ? info : { ...info, available: true, path };
  };

  #setPath({ family, path }: { family: string; path: string | null }): Answers['runtimes.list'] {
    if (path !== null && !path.startsWith('/')) {
      throw new LabError('bad-request', `${path} is not an absolute path.`, 'Give the whole path.');
    }
    if (path === null) Reflect.deleteProperty(this.settings.runtimePaths, family);
    else this.settings.runtimePaths[family] = path;
    return this.#listing();
  }

  async #tryOut(id: string): Promise<Answers['runtimes.tryOut']> {
    const { tryMs = 0 } = this.options;
    const ended = new Promise<Answers['runtimes.tryOut']>((end) => (this.#endTryOut = end));
    if (tryMs !== 'manual') setTimeout(() => this.finishTryOut(fakeTryOut(id)), tryMs);
    return ended;
  }

  /** Ends the try-out under way. */
  finishTryOut(answer: Answers['runtimes.tryOut']): void {
    this.#endTryOut?.(answer);
    this.#endTryOut = undefined;
  }

  #named(runtimes: typeof RUNTIMES): typeof RUNTIMES {
    if (this.options.longNames !== true) return runtimes;
    return runtimes.map((runtime) => ({
      ...runtime,
      name: `${runtime.name} <b>with a name</b> that somebody made far too long for any lane`,
    }));
  }

  #start(request: ComparisonRequest): { comparisonId: string; runs: RunStatus[] } {
    if (this.options.startError !== undefined) throw this.options.startError;
    this.#comparisons += 1;
    const comparisonId = `cmp-${String(this.#comparisons)}`;
    const fresh = request.lanes.map(
      (lane, at) =>
        new FakeRun({
          id: `run-${String(this.#comparisons)}${String(at)}-7f3a`,
          comparisonId,
          request: lane,
          script: scriptFor(lane, at, this.options.prepareMs ?? 600),
          push: (name, payload) => this.push(name, payload),
        }),
    );
    this.runs.splice(0, this.runs.length, ...fresh);
    const speed = this.options.speed ?? 1;
    if (speed > 0) for (const run of fresh) run.play(speed);
    return { comparisonId, runs: fresh.map(({ status }) => status) };
  }
}
