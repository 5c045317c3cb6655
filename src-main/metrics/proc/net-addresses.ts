import { toCount } from '../files/kernel-text.js';

export interface InterfaceAddress {
  /** Absent where the kernel's files do not say which interface carries it. */
  name?: string;
  address: string;
}

interface Route {
  name: string;
  network: number;
  mask: number;
}

/** fib_trie (net/ipv4/fib_trie.c): a leaf `|-- 172.17.0.2` and below it `/32 host LOCAL` for an address of our own. */
const LOCAL_LEAF = /\|-- (\d+\.\d+\.\d+\.\d+)\n\s+\/32 host LOCAL/g;

/**
 * The IPv4 addresses of a network namespace. fib_trie does not name interfaces: the route to the network that an
 * address is in does (`routes`: /proc/PID/net/route, hexadecimal in the machine's byte order).
 */
export function parseIpv4Addresses(fibTrie: string, routes: string): InterfaceAddress[] {
  const known = parseRoutes(routes);
  const addresses = new Set([...fibTrie.matchAll(LOCAL_LEAF)].map(([, address = '']) => address));
  return [...addresses].map((address) => {
    const name = address.startsWith('127.') ? 'lo' : interfaceOf(toNumber(address), known);
    return name === undefined ? { address } : { name, address };
  });
}

/** if_inet6 (net/ipv6/addrconf.c): address, index, prefix length, scope, flags, interface. */
export function parseIpv6Addresses(ifInet6: string): InterfaceAddress[] {
  return ifInet6.split('\n').flatMap((line) => {
    const [hex = '', , , , , name] = line.trim().split(/\s+/);
    return name === undefined || !/^[0-9a-f]{32}$/.test(hex) ? [] : [{ name, address: ipv6(hex) }];
  });
}

function parseRoutes(text: string): Route[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', destination, gateway, , , , , mask] = line.split('\t');
    // Through a gateway: not the network that the interface is in.
    if (gateway !== '00000000' || destination === undefined || mask === undefined) return [];
    return [{ name, network: bytesReversed(destination), mask: bytesReversed(mask) }];
  });
}

/** The narrowest network that it is in. */
function interfaceOf(address: number, routes: readonly Route[]): string | undefined {
  const fitting = routes.filter(
    ({ network, mask }) => mask !== 0 && (address & mask) >>> 0 === network,
  );
  return fitting.sort((a, b) => b.mask - a.mask)[0]?.name;
}

function toNumber(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + (toCount(part) ?? 0), 0);
}

/** All machines that Electron and the engines run on are little-endian. */
function bytesReversed(hex: string): number {
  const bytes = hex.match(/../g) ?? [];
  return parseInt(bytes.reverse().join(''), 16) || 0;
}

/** With the longest run of zeros left out (RFC 5952). */
function ipv6(hex: string): string {
  const groups = (hex.match(/..../g) ?? []).map((group) => parseInt(group, 16).toString(16));
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].map(([run]) => run);
  const longest = runs.sort((a, b) => b.length - a.length)[0];
  const text = groups.join(':');
  if (longest === undefined) return text;
  const at = text.search(new RegExp(`\\b${longest}\\b`));
  const [before, after] = [text.slice(0, at), text.slice(at + longest.length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}
