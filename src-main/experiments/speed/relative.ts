/** Exp of the mean of logarithms: of ratios the only mean that does not depend on which one is the baseline. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * For each run, the geometric mean over the kernels of its time by that of the baseline: as many as the kernel with
 * the fewest runs has. Empty where one kernel has none, or the baseline lacks one.
 */
export function relativeRuns(
  kernels: readonly string[],
  own: ReadonlyMap<string, readonly number[]>,
  baseline: ReadonlyMap<string, number>,
): number[] {
  const runs = Math.min(...kernels.map((name) => own.get(name)?.length ?? 0));
  if (kernels.length === 0 || kernels.some((name) => baseline.get(name) === undefined)) return [];
  return Array.from({ length: runs }, (_, run) =>
    geometricMean(
      kernels.map((name) => (own.get(name)?.[run] ?? Number.NaN) / (baseline.get(name) ?? 1)),
    ),
  );
}
