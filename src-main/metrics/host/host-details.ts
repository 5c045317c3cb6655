import type { HostSample } from '../../contract/index.js';
import { known } from '../files/kernel-text.js';
import { coresPercent, readCores } from './cores.js';
import type { CoreTimes } from './cores.js';
import { DaemonMeter } from './daemon-meter.js';
import type { AskedEngine } from './daemon-meter.js';
import { readDiskSpace } from './disk-space.js';
import { DiskMeter } from './disk-traffic.js';
import { readSwap } from './swap.js';
import { Thermometer } from './temperature.js';

export type HostDetails = Pick<
  HostSample,
  | 'coresPercent'
  | 'swapUsedBytes'
  | 'swapTotalBytes'
  | 'diskUsedBytes'
  | 'diskTotalBytes'
  | 'diskReadBytesPerSecond'
  | 'diskWrittenBytesPerSecond'
  | 'temperatureCelsius'
  | 'daemons'
>;

/** What the host strip shows beside CPU and memory: read only while somebody watches instances. */
export class HostDetailsMeter {
  readonly #disks: DiskMeter;
  readonly #thermometer: Thermometer;
  readonly #daemons: DaemonMeter;
  #cores: CoreTimes = new Map();

  constructor(
    private readonly procRoot = '/proc',
    sysRoot = '/sys',
  ) {
    this.#disks = new DiskMeter(procRoot, sysRoot);
    this.#thermometer = new Thermometer(sysRoot);
    this.#daemons = new DaemonMeter(procRoot);
  }

  /** Never rejects. Rates are absent in the first reading. */
  async read(engines: readonly AskedEngine[]): Promise<HostDetails> {
    const before = this.#cores;
    this.#cores = readCores(this.procRoot);
    const daemons = this.#daemons.read(engines);
    const rates = this.#disks.read();
    const [swap, space, temperatureCelsius] = await Promise.all([
      readSwap(this.procRoot),
      readDiskSpace(),
      this.#thermometer.read(),
    ]);
    return known<HostDetails>({
      coresPercent: coresPercent(before, this.#cores),
      ...swap,
      ...space,
      ...rates,
      temperatureCelsius,
      daemons: daemons.length === 0 ? undefined : daemons,
    });
  }
}
