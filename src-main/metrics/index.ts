/** What the other rooms use; parsers stay inside. */
export { createCgroupMeter } from './cgroup-meter.js';
export type { CgroupMeter, CgroupMeterOptions } from './cgroup-meter.js';
export { monotonicMs } from './clock.js';
export { createEngineStatsMeter } from './engine-stats-meter.js';
export type { EngineStatsMeter, EngineStatsOptions } from './engine-stats-meter.js';
export { readEnvironment } from './host/environment.js';
export { availableCores } from './host/cores.js';
export type { AskedEngine } from './host/daemon-meter.js';
export { HostDetailsMeter } from './host/host-details.js';
export type { HostDetails } from './host/host-details.js';
export { HostMeter } from './host/host-meter.js';
export type { HostMeterOptions, HostNumbers } from './host/host-meter.js';
export type { Meter, Reading } from './meter.js';
export { findLinearMemories } from './proc/maps.js';
export { createProcessMeter } from './process-meter.js';
export type { ProcessMeterOptions } from './process-meter.js';
export { mergePeak, toSample } from './rates.js';
