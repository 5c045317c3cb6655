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
  /** What follows is only there while somebody watches instances. Each core's own load. */
  coresPercent?: number[];
  swapUsedBytes?: number;
  swapTotalBytes?: number;
  /** The disk of the root directory. */
  diskUsedBytes?: number;
  diskTotalBytes?: number;
  diskReadBytesPerSecond?: number;
  diskWrittenBytesPerSecond?: number;
  /** The warmest sensor of the processor, at most five seconds old. */
  temperatureCelsius?: number;
  /** Who uses the processor, of all cores together; the three are `cpuPercent`. */
  load?: { containersPercent: number; wasmPercent: number; restPercent: number };
  /** Memory in the working sets of containers and the RSS of Wasm processes. */
  memoryBy?: { containersBytes: number; wasmBytes: number };
  /** What the engines' daemons spend, for whomever; absent where their process is not seen. */
  daemons?: DaemonCost[];
}

export interface DaemonCost {
  /** EngineInfo.id */
  engine: string;
  /** Of one core. */
  cpuPercent?: number;
  /** How often this lab asked it since the sample before. */
  requestsPerSecond: number;
}
