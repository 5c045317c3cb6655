import { runtimeKindOf, toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  LiveRunView,
  RequestParams,
  RunRecord,
  RunRequestInput,
  RunStatus,
  RuntimeInfo,
  WireError,
} from '../../src-main/contract/index.js';
import { EarlyPushes } from './early.js';
import { FrameCommit } from './frame.js';
import { laneLooks } from './hues.js';
import { Lane } from './lane.svelte.js';
import { Replay } from './replay.svelte.js';

/** Figures that change more often cannot be read; the curves have every sample all the same. */
const PACE_MS = 200;

/** The comparison this window shows: its lanes, how it is started, stopped and caught up with. */
export class Comparison {
  lanes = $state.raw<readonly Lane[]>([]);
  /** Set while the lanes are recorded ones: nothing of them runs. */
  replay = $state.raw<Replay>();
  /** True from Run until the lab has answered. */
  requesting = $state(false);
  /** The runs that this window found, and did not start. */
  adopted = $state.raw<readonly RunStatus[]>([]);
  /** A run that another room offers for the Lab's form; each offer is a new object. */
  proposed = $state.raw<RunRequestInput>();
  stopping = $state(false);
  problem = $state.raw<WireError>();
  /** The sampling period of what was started here. */
  periodMs = $state(100);
  #id: string | undefined;
  readonly #early = new EarlyPushes<Lane>();
  readonly #frame = new FrameCommit(() => this.#commit(), PACE_MS);
  #isShown = true;
  readonly #stops: (() => void)[];

  constructor(
    private readonly client: Client,
    private readonly runtimes: () => readonly RuntimeInfo[],
  ) {
    this.#stops = [
      client.on('runs.status', (status) => this.#onStatus(status)),
      client.on('runs.ended', (record) => this.#onEnded(record)),
      client.on('runs.samples', (batch) => {
        for (const { runId, samples } of batch) this.#to(runId, (lane) => lane.addSamples(samples));
      }),
      client.on('runs.output', (batch) => {
        for (const { runId, stream, text, skippedBytes } of batch) {
          this.#to(runId, (lane) => lane.addOutput(stream, text, skippedBytes));
        }
      }),
    ];
  }

  get isLive(): boolean {
    const runs = this.replay === undefined && this.lanes.some((lane) => !lane.isOver);
    return this.requesting || runs;
  }

  async start(request: RequestParams<'comparisons.start'>): Promise<void> {
    this.problem = undefined;
    this.replay?.pause();
    this.requesting = true;
    this.stopping = false;
    this.#early.clear();
    try {
      const answer = await this.client.request('comparisons.start', request);
      this.periodMs = request.lanes[0]?.periodMs ?? 100;
      this.#show(answer.comparisonId, answer.runs);
    } catch (thrown) {
      this.problem = toWireError(thrown);
    } finally {
      this.requesting = false;
    }
  }

  async stop(): Promise<void> {
    if (this.#id === undefined || this.stopping) return;
    this.stopping = true;
    try {
      await this.client.request('comparisons.stop', { comparisonId: this.#id });
    } catch (thrown) {
      this.stopping = false;
      this.problem = toWireError(thrown);
    }
  }

  /** After a connection is made, or when pushes were missed: what runs now, and how others ended. */
  async catchUp(): Promise<void> {
    let runs: LiveRunView[];
    try {
      runs = (await this.client.request('runs.live', {})).runs;
    } catch (thrown) {
      this.problem = toWireError(thrown);
      return;
    }
    if (this.requesting) return;
    const ours = runs.filter(({ status }) => status.comparisonId === this.#id);
    if (this.replay !== undefined) return;
    if (ours.length === 0 && !this.isLive) this.#adopt(runs);
    else this.#resume(ours);
    this.#commitSoon();
  }

  /** While nobody sees the lanes, what arrives is kept and nothing is drawn. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (isShown) this.#commitSoon();
    else {
      this.#frame.cancel();
      this.replay?.pause();
    }
  }

  /** Shows recorded runs, aligned at their requests. False while something runs here: that is not taken away. */
  open(records: readonly RunRecord[]): boolean {
    if (this.isLive) return false;
    this.closeReplay();
    const lanes = records.map(({ runtime }) => ({ runtime, kind: runtimeKindOf(runtime) }));
    const replay = new Replay(records, laneLooks(lanes, this.runtimes()));
    this.problem = undefined;
    this.#id = undefined;
    this.replay = replay;
    this.lanes = replay.lanes;
    return true;
  }

  closeReplay(): void {
    if (this.replay === undefined) return;
    this.replay.pause();
    this.replay = undefined;
    this.lanes = [];
  }

  propose(request: RunRequestInput): void {
    this.proposed = { ...request };
  }

  dismissProblem(): void {
    this.problem = undefined;
  }

  destroy(): void {
    this.#frame.cancel();
    this.replay?.pause();
    for (const stop of this.#stops) stop();
  }

  /** A window without a comparison of its own shows the newest one that runs. */
  #adopt(runs: readonly LiveRunView[]): void {
    const newest = runs[runs.length - 1]?.status.comparisonId;
    if (newest === undefined) return;
    const chosen = runs.filter(({ status }) => status.comparisonId === newest);
    this.#show(
      newest,
      chosen.map(({ status }) => status),
    );
    this.#resume(chosen);
    this.adopted = chosen.map(({ status }) => status);
  }

  #resume(views: readonly LiveRunView[]): void {
    for (const lane of this.lanes) {
      const view = views.find(({ status }) => status.id === lane.status.id);
      if (view !== undefined) lane.catchUp(view);
      else if (!lane.isOver) lane.missed = true;
    }
  }

  #show(comparisonId: string, runs: readonly RunStatus[]): void {
    const looks = laneLooks(runs, this.runtimes());
    this.replay = undefined;
    this.#id = comparisonId;
    this.lanes = runs.map((status, at) => {
      const look = looks[at] ?? { name: status.runtime, hue: 'c1' };
      return new Lane(status, look.name, look.hue);
    });
    for (const lane of this.lanes) this.#early.applyTo(lane.status.id, lane);
    this.#early.clear();
    this.#commitSoon();
  }

  #onStatus(status: RunStatus): void {
    this.#to(status.id, (lane) => lane.update(status));
  }

  #onEnded(record: RunRecord): void {
    this.#to(record.id, (lane) => lane.finish(record));
  }

  /** Another window's runs are none of ours; while our own answer is awaited they might be. */
  #to(runId: string, apply: (lane: Lane) => void): void {
    const lane = this.lanes.find(({ status }) => status.id === runId);
    if (lane !== undefined) apply(lane);
    else if (this.requesting) this.#early.keep(runId, apply);
    else return;
    this.#commitSoon();
  }

  #commitSoon(): void {
    if (this.#isShown) this.#frame.request();
  }

  #commit(): void {
    for (const lane of this.lanes) lane.commit();
    if (!this.isLive) this.stopping = false;
  }
}
