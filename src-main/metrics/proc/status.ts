import { known, numberAfter, toCount, wordAfter } from '../files/kernel-text.js';

const BYTES_PER_KB = 1024;

/** What a process is allowed and how it is confined. */
export interface ProcessStatus {
  /** The executable's name, cut to 15 bytes, or what the process calls itself. */
  name?: string;
  /** Effective user and group, in the reader's user namespace. */
  uid?: number;
  gid?: number;
  /** Supplementary groups, likewise in the reader's eyes. */
  groups?: number[];
  /** Bit n is capability n of include/uapi/linux/capability.h. */
  effectiveCapabilities?: bigint;
  permittedCapabilities?: bigint;
  inheritableCapabilities?: bigint;
  boundingCapabilities?: bigint;
  ambientCapabilities?: bigint;
  /** 0 off, 1 strict, 2 filter. */
  seccompMode?: number;
  /** Since Linux 5.9. */
  seccompFilters?: number;
  noNewPrivileges?: boolean;
  /**
   * Resident set and its highest value, both approximate by design (split counters); the first is exact since Linux 6.17,
   * and absent where the counters of a small program are behind and say 0.
   */
  rssBytes?: number;
  peakRssBytes?: number;
}

/** /proc/PID/status, filesystems/proc.rst table 1-2; a zombie has no Vm lines. */
export function parseStatus(text: string): ProcessStatus {
  const noNewPrivileges = numberAfter(text, 'NoNewPrivs:');
  return known<ProcessStatus>({
    name: /^Name:\t(.*)$/m.exec(text)?.[1],
    uid: effectiveId(text, 'Uid'),
    gid: effectiveId(text, 'Gid'),
    groups: groups(text),
    effectiveCapabilities: mask(wordAfter(text, 'CapEff:')),
    permittedCapabilities: mask(wordAfter(text, 'CapPrm:')),
    inheritableCapabilities: mask(wordAfter(text, 'CapInh:')),
    boundingCapabilities: mask(wordAfter(text, 'CapBnd:')),
    ambientCapabilities: mask(wordAfter(text, 'CapAmb:')),
    seccompMode: numberAfter(text, 'Seccomp:'),
    seccompFilters: numberAfter(text, 'Seccomp_filters:'),
    noNewPrivileges: noNewPrivileges === undefined ? undefined : noNewPrivileges === 1,
    rssBytes: parseStatusRss(text),
    peakRssBytes: kilobytes(text, 'VmHWM:'),
  });
}

/** Highest resident set so far, in bytes. */
export function parsePeakRss(statusText: string): number | undefined {
  return kilobytes(statusText, 'VmHWM:');
}

/** Resident set in bytes, from the one line of a status file that anybody may read. */
export function parseStatusRss(statusText: string): number | undefined {
  return kilobytes(statusText, 'VmRSS:') || undefined;
}

/** `Uid: real effective saved filesystem`. */
function effectiveId(text: string, name: string): number | undefined {
  return toCount(new RegExp(`^${name}:\\s+\\d+\\s+(\\d+)`, 'm').exec(text)?.[1]);
}

/** `Groups:` and numbers, or nothing behind it: in none. */
function groups(text: string): number[] | undefined {
  const line = /^Groups:(.*)$/m.exec(text)?.[1];
  return line
    ?.split(/\s+/)
    .map(toCount)
    .filter((id) => id !== undefined);
}

function kilobytes(text: string, key: string): number | undefined {
  const value = numberAfter(text, key);
  return value === undefined ? undefined : value * BYTES_PER_KB;
}

function mask(hex: string | undefined): bigint | undefined {
  return hex !== undefined && /^[0-9a-f]{1,16}$/.test(hex) ? BigInt(`0x${hex}`) : undefined;
}
