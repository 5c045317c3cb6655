import { readText } from '../../metrics/files/kernel-text.js';
import { parseIpv4Addresses, parseIpv6Addresses } from '../../metrics/proc/net-addresses.js';
import { parseNetDev } from '../../metrics/proc/net-dev.js';
import { FALLBACK_DEVICE } from '../fallback-device.js';

export interface Interface {
  name: string;
  addresses: string[];
}

/** Of the network namespace of a process, with the loopback; anybody may read them. */
export function readInterfaces(process: string): Interface[] | undefined {
  const text = readText(`${process}/net/dev`);
  if (text === undefined) return undefined;
  const names = parseNetDev(text)
    .map(({ name }) => name)
    .filter((name) => !FALLBACK_DEVICE.test(name));
  const read = (file: string): string => readText(`${process}/net/${file}`) ?? '';
  const addresses = [
    ...parseIpv4Addresses(read('fib_trie'), read('route')),
    ...parseIpv6Addresses(read('if_inet6')),
  ];
  // An address outside of every network that is routed to can only be of the one interface there is.
  const outward = names.filter((name) => name !== 'lo');
  const only = outward.length === 1 ? outward[0] : undefined;
  return names.map((name) => ({
    name,
    addresses: addresses.filter((one) => (one.name ?? only) === name).map(({ address }) => address),
  }));
}
