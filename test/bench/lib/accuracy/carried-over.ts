import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS } from '../paths.js';
import type { BenchResult } from '../report.js';
import type { Recorded } from './document.js';

/** What the last result says of contenders that were not measured this time, and a sentence that says so. */
export function carriedOver(
  bench: string,
  ids: readonly string[],
): Pick<BenchResult, 'contenders' | 'ratios' | 'goals' | 'plan'> {
  const nothing = { contenders: [], ratios: [], goals: [], plan: [] };
  if (ids.length === 0) return nothing;
  const last = JSON.parse(readFileSync(join(RESULTS, `${bench}.json`), 'utf8')) as Recorded;
  const isOf = (text: string, end: string) => ids.some((id) => text.startsWith(`${id}${end}`));
  return {
    contenders: last.contenders.filter(({ name }) => isOf(name, ', ')),
    ratios: last.ratios.filter(({ of }) => isOf(of, ', ')),
    goals: last.goals.filter(({ goal }) => isOf(goal, ': ')),
    plan: [
      `${ids.join(', ')}: not measured this time; the values are those of ${last.recordedAt.slice(0, 10)} (load ${(last.environment.loadAverage[0] ?? 0).toFixed(1)}).`,
    ],
  };
}
