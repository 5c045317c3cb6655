/** Which definitions the lab uses, and what they are tested against. */
export const STATISTICS: readonly string[] = [
  '## The statistics, by name',
  '',
  '| figure | definition | source | tested against |',
  '| --- | --- | --- | --- |',
  '| median, p5, p95 | linear between the two nearest ranks, (n − 1)p + 1: definition 7 | Hyndman and Fan 1996 | NumPy `quantile(method="linear")` |',
  '| mean | arithmetic | | NumPy |',
  '| MAD | median of the absolute deviations from the median, not scaled by 1.4826 | | SciPy `median_abs_deviation`, a worked example |',
  '| outliers | modified z-score, 0.6745 × distance / MAD, over 3.5; with the mean absolute deviation (× 0.7979) where the MAD is 0. Kept and marked, never removed | Iglewicz and Hoaglin 1993 | cases with a known answer |',
  '| 95 % interval of a median | percentile bootstrap, 10,000 resamples, seeded; the middle ranks of a resample are drawn from their beta distribution, which is exact | Efron and Tibshirani 1993, chapter 13; David and Nagaraja 2003, chapter 2 | SciPy `bootstrap(method="percentile")` on the mice of Efron and Tibshirani (table 2.1); the exact binomial ends; its coverage |',
  '| ratio of medians | the same, both sides drawn apart | | SciPy `bootstrap` of two samples |',
  '| slope of a line | median of all pairwise slopes | Theil 1950, Sen 1968 | lines with a known slope |',
  '',
  'The reference values are in `test/fixtures/statistics` with the script that made them; the tests are `test/unit/experiments/statistics`.',
];
