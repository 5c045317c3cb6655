import { parseSize } from '../../contract/index.js';
import type { Heard } from '../experiment.js';

/** What the twin grow said: how much it had, and when that was heard. */
export interface Grown {
  steps: { heldBytes: number; tMs: number }[];
  /** What it held when an allocation failed. */
  refusedAtBytes?: number;
  /** When it had freed all of it. */
  freedAtMs?: number;
}

const FREED = /^freed /;
const REFUSED = /^refused at (\d+) bytes$/;

/** From the lines `8 MiB`, `refused at N bytes` and `freed 8 MiB`; a line came when its end did, however it was cut on the way. */
export function grownOf(heard: readonly Heard[]): Grown {
  const grown: Grown = { steps: [] };
  let begun = '';
  for (const { tMs, text } of heard) {
    const [...lines] = (begun + text).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) add(grown, line, tMs);
  }
  return grown;
}

function add(grown: Grown, line: string, tMs: number): void {
  const refused = REFUSED.exec(line)?.[1];
  if (refused !== undefined) {
    grown.refusedAtBytes = Number(refused);
    return;
  }
  if (FREED.test(line)) grown.freedAtMs = tMs;
  const heldBytes = parseSize(line);
  if (heldBytes !== undefined) grown.steps.push({ heldBytes, tMs });
}
