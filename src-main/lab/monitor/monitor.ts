import { LabError } from '../../contract/index.js';
import type {
  Alert,
  InstanceEvent,
  InstanceListing,
  MonitorSettings,
  PushListener,
  Sample,
  WatchRequest,
} from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { FoundInstance, InstanceSource } from '../../runtimes/instances.js';
import type { Sampler } from '../sampler.js';
import { AlertWatch } from './alert-watch.js';
import { EarlyEvents } from './early-events.js';
import { EventLog } from './event-log.js';
import { Fleet } from './fleet.js';
import type { FleetListener } from './fleet.js';
import { Histories } from './histories.js';
import { MeteredInstance } from './metered-instance.js';
import { MonitorPushes } from './pushes.js';
import { Rounds } from './rounds.js';
import { untilListed } from './until-listed.js';
import { Watchers } from './watchers.js';

/** With nobody looking, one in ten is read. */
const UNSEEN_FACTOR = 10;
/** The charts of a table. */
const LISTED_MS = 120_000;

interface Parts {
  /** Asked for when somebody watches for the first time. */
  sources: () => readonly InstanceSource[];
  sampler: Sampler;
  push: PushListener;
  settings: () => MonitorSettings;
}

/** Everything that runs on this machine, watched while a client wants to know, and only then. */
export class Monitor {
  readonly #epochMs = monotonicMs();
  readonly #epochIso = new Date().toISOString();
  readonly #watchers = new Watchers();
  readonly #metered = new Map<string, MeteredInstance>();
  readonly #histories = new Histories();
  readonly #events = new EventLog();
  readonly #originListeners = new Set<() => void>();
  readonly #fleet: Fleet;
  readonly #rounds: Rounds;
  readonly #pushes: MonitorPushes;
  readonly #alerts: AlertWatch;
  readonly #early = new EarlyEvents();
  #ownPeriodMs: number | undefined;

  constructor(private readonly parts: Parts) {
    this.#fleet = new Fleet(parts.sources, this.#listener());
    this.#rounds = new Rounds(parts.sampler, () => this.#metered.keys(), this.#read);
    this.#pushes = new MonitorPushes({
      push: parts.push,
      origins: () => this.#fleet.origins(),
      periodMs: () => this.#paceMs() ?? this.#periodMs(),
    });
    this.#alerts = new AlertWatch(
      () => parts.settings().alerts,
      (alert) => parts.push('monitor.alert', alert),
    );
  }

  /** Answers once every place was looked at, or after a moment: one that hangs delays nobody. */
  async watch(clientId: string, request: WatchRequest): Promise<InstanceListing> {
    this.#watchers.watch(clientId, request);
    this.#apply();
    await untilListed(this.#fleet, this.#originListeners);
    return this.#listing(request.withSamples);
  }

  unwatch(clientId: string): void {
    this.#watchers.unwatch(clientId);
    this.#apply();
  }

  seenBy(clientId: string, visible: boolean): void {
    this.#watchers.seenBy(clientId, visible);
    this.#apply();
  }

  leave(clientId: string): void {
    this.#watchers.leave(clientId);
    this.#apply();
  }

  /** The settings have changed. */
  applySettings(): void {
    this.#apply();
  }

  /** From now on this period, whatever the settings say: a command's own flag. */
  usePeriod(periodMs: number): void {
    this.#ownPeriodMs = periodMs;
    this.#apply();
  }

  /** Throws LabError `unknown-instance`. */
  find(id: string): FoundInstance {
    const instance = this.#fleet.find(id);
    if (instance !== undefined) return instance;
    throw new LabError(
      'unknown-instance',
      'That instance is not there any more.',
      'Look at the list again: it may have ended, or have been started anew under the same name.',
    );
  }

  history(id: string): Sample[] {
    return this.#histories.of(id);
  }

  events(id: string): InstanceEvent[] {
    return this.#events.of(id);
  }

  alerts(): Alert[] {
    return this.#alerts.alerts();
  }

  get isWatched(): boolean {
    return this.#watchers.attention.isWatched;
  }

  /** By a client that is visible. */
  get isLookedAt(): boolean {
    return this.#watchers.attention.isLookedAt;
  }

  /** Each instance with its newest sample, if that is of now. */
  latest(): { instance: FoundInstance; sample: Sample | undefined }[] {
    const sinceMs = this.#nowMs() - Math.max(2500, 3 * (this.#paceMs() ?? 0));
    return this.#fleet.instances().map((instance) => {
      const sample = this.#histories.latest(instance.view.id);
      return { instance, sample: (sample?.tMs ?? -Infinity) < sinceMs ? undefined : sample };
    });
  }

  /** Reads every instance once more, now and with its fine memory, and returns what is known of each. */
  readNow(): { instance: FoundInstance; sample: Sample | undefined }[] {
    for (const id of this.#metered.keys()) this.#take(id, true);
    return this.latest();
  }

  close(): void {
    this.#stop();
  }

  #apply(): void {
    if (this.isWatched) this.#fleet.start();
    else this.#stop();
    this.#fleet.pace(this.#watchers.attention.isLookedAt ? 1 : UNSEEN_FACTOR);
    this.#rounds.run(this.#paceMs());
  }

  #stop(): void {
    this.#rounds.run(undefined);
    this.#fleet.stop();
    for (const metered of this.#metered.values()) metered.close();
    this.#metered.clear();
    this.#alerts.clear();
    this.#early.clear();
    this.#pushes.drop();
  }

  #periodMs(): number {
    return this.#ownPeriodMs ?? this.parts.settings().periodMs;
  }

  /** Undefined: nobody wants to know. */
  #paceMs(): number | undefined {
    const { isWatched, isLookedAt } = this.#watchers.attention;
    if (!isWatched) return undefined;
    return isLookedAt ? this.#periodMs() : this.#periodMs() * UNSEEN_FACTOR;
  }

  #nowMs(): number {
    return monotonicMs() - this.#epochMs;
  }

  #listing(withSamples: boolean): InstanceListing {
    const instances = this.#fleet.instances().map(({ view }) => view);
    const sinceMs = this.#nowMs() - LISTED_MS;
    return {
      epochIso: this.#epochIso,
      periodMs: this.#paceMs() ?? this.#periodMs(),
      instances,
      samples: (withSamples ? instances : [])
        .map(({ id }) => ({ id, samples: this.#histories.since(id, sinceMs) }))
        .filter(({ samples }) => samples.length > 0),
      origins: this.#fleet.origins(),
    };
  }

  readonly #read = (id: string): void => {
    const { fineMemory, selected } = this.#watchers.attention;
    this.#take(id, fineMemory || selected.has(id));
  };

  #take(id: string, fineMemory: boolean): void {
    const metered = this.#metered.get(id);
    const sample = metered?.take(this.#epochMs, fineMemory);
    if (metered === undefined || sample === undefined) return;
    this.#histories.push(id, sample);
    this.#pushes.sampled(id, sample);
    const { view } = metered.found;
    this.#alerts.sample({ view, tMs: sample.tMs, sample, oomKills: metered.oomKills() });
  }

  #listener(): FleetListener {
    return {
      found: (instance) => {
        const { view } = instance;
        const metered = this.#metered.get(view.id);
        if (metered === undefined) this.#metered.set(view.id, new MeteredInstance(instance));
        if (metered?.update(instance) !== false) this.#rounds.readSoon(view.id);
        this.#pushes.changed(view);
        this.#alerts.changed({ view, tMs: this.#nowMs() });
        for (const early of this.#early.take(view.id)) this.#alerts.event({ view, ...early });
      },
      gone: (id) => {
        this.#metered.get(id)?.close();
        this.#metered.delete(id);
        this.#histories.forget(id);
        this.#events.forget(id);
        this.#alerts.forget(id);
        this.#early.take(id);
        this.#pushes.gone(id);
      },
      event: ({ atMs, ...event }) => this.#happened(event, atMs),
      originsChanged: () => {
        this.#pushes.originsChanged();
        for (const listener of this.#originListeners) listener();
        if (this.#fleet.isListed()) this.#forgetTheMissed();
      },
    };
  }

  #happened(event: Omit<InstanceEvent, 'tMs'>, atMs: number | undefined): void {
    const tMs = atMs === undefined ? undefined : atMs - this.#epochMs;
    const placed: InstanceEvent = tMs === undefined ? event : { ...event, tMs };
    this.#events.add(placed);
    this.#pushes.event(placed);
    const view = this.#fleet.find(event.instanceId)?.view;
    if (tMs === undefined) return;
    if (view === undefined) this.#early.keep({ tMs, event: placed });
    else this.#alerts.event({ view, tMs, event: placed });
  }

  /** What was removed while nobody watched: its samples were kept in case it is still there. */
  #forgetTheMissed(): void {
    for (const id of this.#histories.ids()) {
      if (this.#fleet.has(id)) continue;
      this.#histories.forget(id);
      this.#events.forget(id);
    }
  }
}
