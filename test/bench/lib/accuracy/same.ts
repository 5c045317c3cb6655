import { ratioOfMedians } from '../../../../src-main/experiments/statistics/index.js';
import type { Estimate } from '../../../../src-main/experiments/statistics/index.js';
import type { Random } from '../../../../src-main/experiments/statistics/random.js';

/** As results/ratios.ts decides it. */
export function differs({ ci95 }: Estimate): boolean {
  return ci95[0] > 1 || ci95[1] < 1;
}

/** In how many of the repetitions two series drawn from the same heap were found to differ. */
export function resampledDifferences(
  heap: readonly number[],
  { runs, repetitions, random }: { runs: number; repetitions: number; random: Random },
): number {
  const series = () =>
    Array.from({ length: runs }, () => heap[Math.floor(random() * heap.length)] ?? 0);
  let found = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    if (differs(ratioOfMedians(series(), series(), { seed: repetition }))) found += 1;
  }
  return found;
}

/** The most successes of `n` that are still within the central 95 % of the binomial distribution. */
export function most95(n: number, probability: number): number {
  let term = (1 - probability) ** n;
  let sum = term;
  let most = 0;
  while (sum < 0.975) {
    most += 1;
    term *= ((n - most + 1) / most) * (probability / (1 - probability));
    sum += term;
  }
  return most;
}
