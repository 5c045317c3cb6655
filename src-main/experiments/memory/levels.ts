import type { Sample } from '../../contract/index.js';
import type { Grown } from '../guests/grown.js';
import { median } from '../statistics/index.js';
import { mapDrawn } from './definitions.js';
import type { DrawnMemory } from './definitions.js';

/** What memory was while the guest held so much and did nothing. */
export interface Level {
  askedBytes: number;
  /** How many samples it was read from; each definition is their median. */
  samples: number;
  memory: DrawnMemory;
}

export interface Quiet {
  /** How long the guest does nothing after each step. */
  paceMs: number;
  /** So long before its end nothing counts: the guest may be on its next step, whose line comes later. */
  guardMs: number;
}

/**
 * Which samples belong to which step. The guest says what it has when it has it, so a sample after that line came is
 * of that step; and it then does nothing for its pace, so until that is nearly over (the line may have come late) no
 * sample is of a step under way. Samples between are of neither, and left out. A step without samples has no level.
 */
export function levelsOf(
  samples: readonly Sample[],
  { steps }: Pick<Grown, 'steps'>,
  { paceMs, guardMs }: Quiet,
): Level[] {
  return steps.flatMap(({ heldBytes, tMs: fromMs }, at) => {
    const nextMs = steps[at + 1]?.tMs ?? Number.POSITIVE_INFINITY;
    const untilMs = Math.min(fromMs + paceMs - guardMs, nextMs);
    return levelOf(samples, { fromMs, untilMs }, heldBytes);
  });
}

/** The same after it had freed everything; undefined where no sample saw it. */
export function freedLevel(
  samples: readonly Sample[],
  { freedAtMs: fromMs }: Pick<Grown, 'freedAtMs'>,
  { paceMs, guardMs }: Quiet,
): Level | undefined {
  if (fromMs === undefined) return undefined;
  return levelOf(samples, { fromMs, untilMs: fromMs + paceMs - guardMs }, 0)[0];
}

function levelOf(
  samples: readonly Sample[],
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
  askedBytes: number,
): Level[] {
  const own = samples.filter(({ tMs }) => tMs >= fromMs && tMs <= untilMs);
  if (own.length === 0) return [];
  const memory = mapDrawn(({ name }) => {
    const values = own.flatMap(({ memory: { [name]: value } }) => value ?? []);
    return values.length === 0 ? undefined : median(values);
  });
  return [{ askedBytes, samples: own.length, memory }];
}
