import type { InstanceEvent, InstanceOrigin } from '../../../contract/index.js';
import { toWireError } from '../../../contract/index.js';
import { monotonicMs } from '../../../metrics/clock.js';
import type { InstanceSink } from '../../instances.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { toLabError } from '../refusals.js';
import { followEngine } from './connection.js';
import type { Connection } from './connection.js';
import { FoundContainer } from './container.js';
import { counted } from './counted.js';
import { parseEvent } from './events.js';
import { Inspections } from './inspections.js';
import { inspect, ociRuntimeInPodman } from './questions.js';
import { Seen } from './seen.js';
import { stateNamed } from './view.js';

/** A busy engine has other things to do. */
const QUESTIONS_AT_ONCE = 4;

/** Keeps a sink told of all containers of one engine, through its restarts and silences. */
export class EngineFollower {
  requests = 0;
  #engine: Engine;
  #isStopped = false;
  #origin: InstanceOrigin;
  #told = '';
  readonly #seen = new Seen();
  readonly #inspections = new Inspections(QUESTIONS_AT_ONCE, (id, isWanted) =>
    this.#look(id, isWanted),
  );
  readonly #connection: Connection;

  constructor(
    engine: Engine,
    private readonly sink: InstanceSink,
  ) {
    this.#engine = this.#count(engine);
    this.#origin = { id: engine.id, name: engine.info.name, isListed: false };
    this.#tellOrigin({});
    this.#connection = followEngine(() => this.#engine, {
      event: (message) => this.#event(message),
      listed: (listed, known, isFirst) => this.#listed(listed, known, isFirst),
      known: () => this.#seen.ids(),
      trouble: (thrown) => this.#trouble(thrown),
      fine: () => this.#tellOrigin({}, true),
    });
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** The same engine as it was found anew. */
  replace(engine: Engine): void {
    this.#engine = this.#count(engine);
    this.#tellOrigin({ name: engine.info.name });
    this.#connection.wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#connection.stop();
    this.#inspections.dropAll();
  }

  /** Stops, and what it told of is no more. */
  forget(): void {
    this.stop();
    for (const id of this.#seen.ids()) this.sink.gone(id);
  }

  #count(engine: Engine): Engine {
    return counted(engine, () => (this.requests += 1));
  }

  async #listed(
    listed: readonly { Id: string; State: string }[],
    known: readonly string[],
    isFirst: boolean,
  ): Promise<void> {
    const ids = new Set(listed.map(({ Id }) => Id));
    // Only what was known before the question: what came meanwhile is not in its answer.
    for (const id of known) if (!ids.has(id)) this.#gone(id);
    const stale = listed.filter(
      ({ Id, State }) => isFirst || this.#seen.stateOf(Id) !== stateNamed(State),
    );
    await Promise.all(stale.map(({ Id }) => this.#inspections.ask(Id)));
    this.#tellOrigin({ isListed: true });
  }

  #event(message: unknown): void {
    const event = parseEvent(message);
    if (event === undefined || this.#isStopped) return;
    const { epochMs, isEnd, ...told } = event;
    if (this.#seen.isNews(told)) this.#tellEvent(told, epochMs);
    if (isEnd) this.#gone(told.instanceId);
    else void this.#inspections.ask(told.instanceId);
  }

  #tellEvent(event: Omit<InstanceEvent, 'tMs'>, epochMs: number): void {
    // Another machine's clock is another clock.
    const agoMs = this.#engine.info.local ? Math.max(0, Date.now() - epochMs) : 0;
    this.sink.event({ ...event, atMs: monotonicMs() - agoMs });
  }

  async #look(id: string, isWanted: () => boolean): Promise<void> {
    try {
      const engine = this.#engine;
      const { inspected } = await inspect(engine, id);
      const runtime = engine.id === 'podman' ? await this.#runtimeOf(id) : undefined;
      if (!isWanted() || this.#isStopped) return;
      const found = new FoundContainer(() => this.#engine, inspected, runtime);
      const wasKnown = this.#seen.stateOf(id) !== undefined;
      if (this.#seen.isChange(found)) this.sink.found(found);
      // Docker tells of it by itself, before or after.
      const oom = engine.id === 'podman' ? this.#seen.unseenOom(inspected, wasKnown) : undefined;
      if (oom !== undefined) this.#tellEvent(oom, Date.parse(oom.atIso));
    } catch (thrown) {
      if (!isWanted() || this.#isStopped) return;
      // It ended between listing and reading. Other refusals: it is being removed, and an event will tell.
      if (isRefusal(thrown) && thrown.statusCode === 404) this.#gone(id);
      else if (!isRefusal(thrown)) this.#trouble(thrown);
    }
  }

  async #runtimeOf(id: string): Promise<string | undefined> {
    const known = this.#seen.runtimes.get(id);
    if (known !== undefined) return known;
    const runtime = await ociRuntimeInPodman(this.#engine, id);
    if (runtime !== undefined) this.#seen.runtimes.set(id, runtime);
    return runtime;
  }

  #gone(id: string): void {
    if (this.#isStopped) return;
    this.#inspections.drop(id);
    if (this.#seen.forget(id)) this.sink.gone(id);
  }

  #trouble(thrown: unknown): void {
    this.#tellOrigin({ problem: toWireError(toLabError(this.#engine, thrown)) });
  }

  #tellOrigin(change: Partial<InstanceOrigin>, isFine = false): void {
    if (this.#isStopped) return;
    const { problem, ...rest } = { ...this.#origin, ...change };
    this.#origin = { ...rest, ...(problem === undefined || isFine ? {} : { problem }) };
    const told = JSON.stringify(this.#origin);
    if (told === this.#told) return;
    this.#told = told;
    this.sink.origin(this.#origin);
  }
}
