import { START_MARKS } from '../../contract/index.js';
import type { Phase, PhasePart } from '../../contract/index.js';
import type { StartMarks } from '../../runtimes/runtime.js';

/** The longest tick of a kernel: a time of a file is early by as much at most. */
const TICK_MS = 10;

/**
 * From its start over each mark to its end, in the order of the marks: together they are the phase. A mark of another
 * start (before this one, or after its end) tells nothing of it.
 */
export function partsOf(
  { startMs, durationMs = 0 }: Pick<Phase, 'startMs' | 'durationMs'>,
  marks: StartMarks['marks'],
): PhasePart[] {
  const endMs = startMs + durationMs;
  const inside = marks
    .filter(({ atMs }) => atMs >= startMs - TICK_MS && atMs <= endMs)
    .sort((one, other) => START_MARKS.indexOf(one.mark) - START_MARKS.indexOf(other.mark));
  if (inside.length === 0) return [];
  const parts: PhasePart[] = [];
  let [from, fromMs]: [PhasePart['from'], number] = ['asked', startMs];
  for (const { mark: to, atMs } of [...inside, { mark: 'seen' as const, atMs: endMs }]) {
    // Two files of one tick may have the same time.
    const toMs = Math.max(atMs, fromMs);
    parts.push({ from, to, startMs: fromMs, durationMs: toMs - fromMs });
    [from, fromMs] = [to, toMs];
  }
  return parts;
}
