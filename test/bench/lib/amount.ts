/**
 * How often something is measured: as given, or a share of it while a benchmark is being worked on
 * (PARALELO_BENCH_SHARE=0.1; results of such a run are not to be kept).
 */
export function amount(full: number, least = 1): number {
  const share = Number(process.env['PARALELO_BENCH_SHARE'] ?? 1);
  return Math.max(least, Math.round(full * share));
}
