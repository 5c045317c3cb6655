import type { Enforcer, OutcomeKind, RunRecord } from '../../contract/index.js';
import type { Heard } from '../experiment.js';
import { grownOf } from '../guests/grown.js';
import { theilSen } from '../statistics/index.js';
import type { Line } from '../statistics/index.js';
import { mapDrawn } from './definitions.js';
import type { DrawnMemory, DrawnName } from './definitions.js';
import { freedLevel, levelsOf } from './levels.js';
import type { Level, Quiet } from './levels.js';

/** How a run may end and still tell something: all was had, or a limit was met. */
const TELLING: ReadonlySet<OutcomeKind> = new Set(['exited', 'memory-refused', 'oom-killed']);
/** Of samples in a step, below which its level is doubtful. */
const ENOUGH_SAMPLES = 2;

/** One run of the twin grow. */
export interface Growth {
  levels: Level[];
  /** Memory against what was asked for, by definition. */
  lines: Partial<Record<DrawnName, Line>>;
  peak: DrawnMemory;
  /** What the guest said that it held at its end. */
  heldBytes: number;
  /** How much less there was after free than at the top; absent where it did not come to free, or no sample saw it. */
  givenBack: DrawnMemory;
  end: 'reached' | 'memory-refused' | 'oom-killed';
  enforcer?: Enforcer;
  /** Steps that were seen by fewer than two samples, none included. */
  thinSteps: number;
  steps: number;
  /** Spent in the lab, outside the run. */
  overheadMs: number;
}

/** Throws an Error that says why this run tells nothing of memory. */
export function growthOf(
  { record, heard, spentMs }: { record: RunRecord; heard: readonly Heard[]; spentMs: number },
  quiet: Quiet,
): Growth {
  const { outcome, samples, peak, enforcedBy, durationMs } = record;
  const { kind, code } = outcome;
  if (!TELLING.has(kind) || (kind === 'exited' && code !== 0)) throw new Error(outcome.reason);
  const grown = grownOf(heard);
  const levels = levelsOf(samples, grown, quiet);
  const lines = mapDrawn(({ name }) => lineOf(levels, name));
  if (Object.keys(lines).length === 0) {
    throw new Error('Fewer than two of its steps were seen by a sample.');
  }
  const enough = levels.filter((level) => level.samples >= ENOUGH_SAMPLES).length;
  return {
    levels,
    lines,
    peak: mapDrawn(({ name }) => peak[name]),
    heldBytes: grown.refusedAtBytes ?? grown.steps.at(-1)?.heldBytes ?? 0,
    givenBack: givenBack(levels, freedLevel(samples, grown, quiet), grown.steps.length),
    end: kind === 'memory-refused' || kind === 'oom-killed' ? kind : 'reached',
    ...(enforcedBy.memory === undefined ? {} : { enforcer: enforcedBy.memory }),
    thinSteps: grown.steps.length - enough,
    steps: grown.steps.length,
    overheadMs: spentMs - durationMs,
  };
}

/** Against the level of the last step, where that was seen. */
function givenBack(levels: readonly Level[], freed: Level | undefined, steps: number): DrawnMemory {
  const top = levels.at(-1);
  if (top === undefined || freed === undefined || levels.length < steps) return {};
  return mapDrawn(({ name }) => {
    const [before, after] = [top.memory[name], freed.memory[name]];
    return before === undefined || after === undefined ? undefined : before - after;
  });
}

function lineOf(levels: readonly Level[], name: DrawnName): Line | undefined {
  return theilSen(
    levels.flatMap(({ askedBytes: x, memory: { [name]: y } }) => (y === undefined ? [] : { x, y })),
  );
}
