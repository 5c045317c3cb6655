import { existsSync } from 'node:fs';
import { monotonicMs } from '../clock.js';
import { readText, toCount } from '../files/kernel-text.js';

/** The unit of /proc/diskstats, whatever the device's own sectors are. */
const BYTES_PER_SECTOR = 512;

export interface DiskTraffic {
  readBytes: number;
  writtenBytes: number;
}

export interface DiskRates {
  diskReadBytesPerSecond?: number;
  diskWrittenBytesPerSecond?: number;
}

/**
 * /proc/diskstats (admin-guide/iostats.rst): major, minor, name, reads, merged, sectors read, ms,
 * writes, merged, sectors written, … Only whole devices: a partition's bytes are its disk's as well.
 * Undefined where there is none, as in many virtual machines without a disk of their own.
 */
export function parseDiskstats(
  text: string,
  isWholeDevice: (name: string) => boolean,
): DiskTraffic | undefined {
  let sum: DiskTraffic | undefined;
  for (const line of text.split('\n')) {
    const fields = line.trim().split(/\s+/);
    const [readSectors, writtenSectors] = [toCount(fields[5]), toCount(fields[9])];
    if (readSectors === undefined || writtenSectors === undefined) continue;
    if (!isWholeDevice(fields[2] ?? '')) continue;
    sum = {
      readBytes: (sum?.readBytes ?? 0) + readSectors * BYTES_PER_SECTOR,
      writtenBytes: (sum?.writtenBytes ?? 0) + writtenSectors * BYTES_PER_SECTOR,
    };
  }
  return sum;
}

/** Bytes read and written by all disks, as rates. Where there is no /proc they are absent. */
export class DiskMeter {
  readonly #isDevice = new Map<string, boolean>();
  #previous: (DiskTraffic & { atMs: number }) | undefined;

  constructor(
    private readonly procRoot: string,
    private readonly sysRoot: string,
  ) {}

  read(): DiskRates {
    const traffic = parseDiskstats(readText(`${this.procRoot}/diskstats`) ?? '', this.#isWhole);
    const previous = this.#previous;
    const current = traffic === undefined ? undefined : { ...traffic, atMs: monotonicMs() };
    this.#previous = current;
    if (previous === undefined || current === undefined) return {};
    const elapsedMs = current.atMs - previous.atMs;
    const read = current.readBytes - previous.readBytes;
    const written = current.writtenBytes - previous.writtenBytes;
    // Backwards: a disk was unplugged, and the difference means nothing.
    if (elapsedMs <= 0 || read < 0 || written < 0) return {};
    return {
      diskReadBytesPerSecond: (read / elapsedMs) * 1000,
      diskWrittenBytesPerSecond: (written / elapsedMs) * 1000,
    };
  }

  /**
   * A disk has a device behind it; a partition is no block device of its own in /sys/block, and loop,
   * device-mapper, RAID and RAM disks have none: their bytes go to the disks below, or to no disk.
   */
  readonly #isWhole = (name: string): boolean => {
    let isDevice = this.#isDevice.get(name);
    if (isDevice === undefined) {
      // A slash in a name is an exclamation mark in /sys: cciss!c0d0.
      isDevice = existsSync(`${this.sysRoot}/block/${name.replaceAll('/', '!')}/device`);
      this.#isDevice.set(name, isDevice);
    }
    return isDevice;
  };
}
