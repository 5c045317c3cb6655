import { toCount } from '../files/kernel-text.js';

export interface NetworkInterface {
  name: string;
  rxBytes: number;
  txBytes: number;
}

/** /proc/PID/net/dev (filesystems/proc.rst 1.4): two heading lines, then `eth0: rx… tx…`, bytes in columns 1 and 9. */
export function parseNetDev(text: string): NetworkInterface[] {
  const interfaces: NetworkInterface[] = [];
  for (const line of text.split('\n')) {
    const colon = line.lastIndexOf(':');
    if (colon < 0) continue;
    const columns = line
      .slice(colon + 1)
      .trim()
      .split(/\s+/);
    const rxBytes = toCount(columns[0]);
    const txBytes = toCount(columns[8]);
    if (rxBytes === undefined || txBytes === undefined) continue;
    interfaces.push({ name: line.slice(0, colon).trim(), rxBytes, txBytes });
  }
  return interfaces;
}

/** Traffic of all interfaces but the loopback. */
export function sumTraffic(interfaces: NetworkInterface[]): { rxBytes: number; txBytes: number } {
  const sum = { rxBytes: 0, txBytes: 0 };
  for (const { name, rxBytes, txBytes } of interfaces) {
    if (name === 'lo') continue;
    sum.rxBytes += rxBytes;
    sum.txBytes += txBytes;
  }
  return sum;
}
