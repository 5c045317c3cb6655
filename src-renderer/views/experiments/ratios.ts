import type { ExperimentResult, RatioResult } from '../../../src-main/contract/index.js';

/** One contender against the baseline: how many times its median. */
export interface AgainstBaseline {
  runtime: string;
  /** The median of this one divided by that of the baseline. */
  value: number;
  ci95: [number, number];
  differs: boolean;
  sentence: string;
}

/** Every pair is told once, in one direction: where it is the other one, the ratio is turned round. */
export function againstBaseline(
  ratios: readonly RatioResult[],
  baseline: string,
): AgainstBaseline[] {
  return ratios
    .flatMap(({ of, to, value, ci95, differs, sentence }): AgainstBaseline[] => {
      if (to === baseline) return [{ runtime: of, value, ci95, differs, sentence }];
      if (of !== baseline) return [];
      const turned: [number, number] = [1 / ci95[1], 1 / ci95[0]];
      return [{ runtime: to, value: 1 / value, ci95: turned, differs, sentence }];
    })
    .sort((one, other) => one.value - other.value);
}

/** The one chosen while it is there; else the one with the lowest median. */
export function baselineOf(
  { contenders }: Pick<ExperimentResult, 'contenders'>,
  chosen: string | undefined,
): string | undefined {
  if (contenders.some(({ runtime }) => runtime === chosen)) return chosen;
  const [first, ...rest] = contenders;
  if (first === undefined) return undefined;
  return rest.reduce((least, one) => (one.median < least.median ? one : least), first).runtime;
}
