/** The machine at one moment; percentages are of all cores together. */
export interface HostSample {
  atIso: string;
  cpuPercent?: number;
  memoryUsedBytes?: number;
  memoryTotalBytes: number;
  /** What Paralelo itself costs: percent of one core and resident bytes, all its processes. */
  ownCpuPercent?: number;
  ownRssBytes?: number;
  liveRuns: number;
}
