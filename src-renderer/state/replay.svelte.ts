import type { RunRecord } from '../../src-main/contract/index.js';
import type { LaneLook } from './hues.js';
import { Lane } from './lane.svelte.js';
import { Player } from './player.svelte.js';
import { endOf, statusAt } from './replay-at.js';

interface Track {
  record: RunRecord;
  lane: Lane;
}

/** Recorded runs, played again: aligned at the request of each, from the record alone. */
export class Replay extends Player {
  readonly lanes: readonly Lane[];
  readonly endMs: number;
  readonly #tracks: readonly Track[];

  /** Shown as they ended; played from the beginning when asked. */
  constructor(
    readonly records: readonly RunRecord[],
    looks: readonly LaneLook[],
  ) {
    super();
    this.endMs = endOf(records);
    this.#tracks = records.map((record, at) => {
      const look = looks[at] ?? { name: record.runtime, hue: 'c1' };
      return { record, lane: new Lane(statusAt(record, 0), look.name, look.hue) };
    });
    this.lanes = this.#tracks.map(({ lane }) => lane);
    this.seek(this.endMs);
  }

  seek(toMs: number): void {
    const ms = Math.min(Math.max(0, toMs), this.endMs);
    const isBack = ms < this.atMs;
    for (const track of this.#tracks) {
      if (isBack) rewind(track, ms);
      else advance(track, this.atMs, ms);
    }
    this.atMs = ms;
  }
}

/** What a record says of its output is the whole of it: it stands there once the run is over. */
function advance({ record, lane }: Track, fromMs: number, toMs: number): void {
  if (lane.record !== undefined) return;
  lane.update(statusAt(record, toMs));
  lane.addSamples(record.samples.filter(({ tMs }) => tMs >= fromMs && tMs <= toMs));
  if (toMs >= record.durationMs) lane.finish(record);
  lane.commit();
}

function rewind({ record, lane }: Track, toMs: number): void {
  const samples = record.samples.filter(({ tMs }) => tMs <= toMs);
  const isOver = toMs >= record.durationMs;
  lane.catchUp({
    status: statusAt(record, toMs),
    samples: isOver ? record.samples : samples,
    stdout: '',
    stderr: '',
    ...(isOver ? { record } : {}),
  });
  lane.commit();
}
