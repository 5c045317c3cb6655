import { randomBytes } from 'node:crypto';
import { LabError } from '../../contract/index.js';
import type { Dispatcher, Environment, Instance, Pushes, Sample } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import { packSamples } from '../../store/index.js';
import type { WriteItem } from '../../store/index.js';
import type { Monitor } from '../monitor/monitor.js';
import type { LabStore } from './lab-store.js';

/** It watches like a window that looks at everything. */
const CLIENT = 'recorder';

interface Live {
  id: string;
  instance: Instance;
  environment: Environment;
  atIso: string;
  atMs: number;
}

/** Records instances of this machine, while the user wants it and they last. */
export class InstanceRecorder {
  readonly #live = new Map<string, Live>();
  readonly #stopListening: () => void;
  /** The monitor's zero by the wall clock. */
  #epochMs = 0;
  /** So many are about to be recorded. */
  #beginning = 0;

  constructor(
    private readonly store: LabStore,
    private readonly monitor: Monitor,
    private readonly environment: (runtime: string | undefined) => Promise<Environment>,
    dispatcher: Dispatcher,
  ) {
    this.#stopListening = dispatcher.onPush((name, payload) => {
      if (this.#live.size === 0) return;
      if (name === 'instances.samples') this.#sampled(payload as Pushes['instances.samples']);
      if (name === 'instances.changed') this.#changed(payload as Pushes['instances.changed']);
      if (name === 'history.changed') void this.#obey(payload as Pushes['history.changed']);
    });
  }

  /** Throws LabError `unknown-instance`, `store-off`. Asked twice, it goes on as it does. */
  async begin(instanceId: string): Promise<{ id: string }> {
    const known = this.#live.get(instanceId);
    if (known !== undefined) return { id: known.id };
    if (!this.store.isRecording()) throw notWanted();
    this.#beginning += 1;
    try {
      const { epochIso } = await this.monitor.watch(CLIENT, {
        ...{ looking: true, fineMemory: false, withSamples: false },
      });
      this.#epochMs = Date.parse(epochIso);
      const { runtime } = this.monitor.find(instanceId).view;
      const environment = await this.environment(runtime);
      const { id } = this.#live.get(instanceId) ?? this.#begin(instanceId, environment);
      return { id };
    } finally {
      this.#beginning -= 1;
      this.#rest();
    }
  }

  /** False when it was not recorded. */
  end(instanceId: string): boolean {
    const live = this.#live.get(instanceId);
    if (live === undefined) return false;
    this.#live.delete(instanceId);
    this.store.write({
      ...itemOf(live),
      outcome: 'complete',
      durationMs: monotonicMs() - live.atMs,
    });
    this.#rest();
    return true;
  }

  /** Its own at once; what another process records, that one is asked to end. Throws LabError. */
  async endEntry(id: string): Promise<{ ended: boolean }> {
    const own = [...this.#live].find(([, live]) => live.id === id);
    if (own !== undefined) return { ended: this.end(own[0]) };
    await this.store.ask('askToStop', { id });
    return { ended: false };
  }

  live(): string[] {
    return [...this.#live.keys()];
  }

  endAll(): void {
    for (const instanceId of this.live()) this.end(instanceId);
  }

  close(): void {
    this.endAll();
    this.#stopListening();
  }

  #begin(instanceId: string, environment: Environment): { id: string } {
    const instance = this.monitor.find(instanceId).view;
    const id = `i-${randomBytes(6).toString('hex')}`;
    const atIso = new Date().toISOString();
    const live: Live = { id, instance, environment, atIso, atMs: monotonicMs() };
    this.#live.set(instanceId, live);
    this.store.write({ ...itemOf(live), outcome: 'recording' });
    return { id };
  }

  #sampled({ samples }: Pushes['instances.samples']): void {
    for (const { id, samples: newest } of samples) {
      const live = this.#live.get(id);
      if (live === undefined || newest.length === 0) continue;
      const packed = packSamples(newest.map((sample) => this.#byWallClock(sample)));
      this.store.write({ kind: 'samples', entry: live.id, packed });
    }
  }

  /** By the clock of the wall as it was when the monitor began: one that is set later changes nothing. */
  #byWallClock(sample: Sample): Sample {
    return { ...sample, tMs: this.#epochMs + sample.tMs };
  }

  #changed({ changed, gone }: Pushes['instances.changed']): void {
    for (const id of gone) this.end(id);
    for (const { id, state } of changed) {
      if (state === 'exited' || state === 'dead') this.end(id);
    }
  }

  /** Another process wrote: it may have asked for an end. */
  async #obey({ ids }: Pushes['history.changed']): Promise<void> {
    if (ids.length > 0) return;
    const asked = await this.store.ask('stopsAsked', {}).catch(() => ({ ids: [] as string[] }));
    for (const [instanceId, { id }] of this.#live) {
      if (asked.ids.includes(id)) this.end(instanceId);
    }
  }

  #rest(): void {
    if (this.#live.size === 0 && this.#beginning === 0) this.monitor.unwatch(CLIENT);
  }
}

function itemOf({ id, instance, atIso, environment }: Live) {
  const { id: instanceId, kind, name, runtime, program } = instance;
  return {
    ...{ kind: 'recording', id, atIso, environment },
    instance: {
      ...{ id: instanceId, kind, name },
      ...(runtime === undefined ? {} : { runtime }),
      ...(program === undefined ? {} : { program }),
    },
  } as const satisfies Partial<WriteItem>;
}

function notWanted(): LabError {
  return new LabError(
    'store-off',
    'Nothing is recorded: recording is switched off.',
    'Switch it on in Settings, under Recording.',
  );
}
