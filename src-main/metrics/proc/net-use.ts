import { toCount } from '../files/kernel-text.js';

/** What a network namespace has done since it began. */
export interface NetUse {
  /** TCP connections opened and taken. */
  connections: number;
  /** UDP datagrams and ICMP messages sent; what the kernel sends by itself for IPv6 is not in it. */
  datagrams: number;
}

/**
 * /proc/PID/net/snmp and snmp6 (RFC 4022, 4113, 4293; net/ipv4/proc.c, net/ipv6/proc.c). TCP is counted for both
 * versions of IP in snmp. Undefined when the first is not what it should be.
 */
export function parseNetUse(snmp: string, snmp6: string): NetUse | undefined {
  const tcp = row(snmp, 'Tcp');
  const opened = tcp.get('ActiveOpens');
  const taken = tcp.get('PassiveOpens');
  const sent = row(snmp, 'Udp').get('OutDatagrams');
  if (opened === undefined || taken === undefined || sent === undefined) return undefined;
  const [, udp6] = /^Udp6OutDatagrams\s+(\d+)/m.exec(snmp6) ?? [];
  return {
    connections: opened + taken,
    datagrams: sent + (toCount(udp6) ?? 0) + (row(snmp, 'Icmp').get('OutMsgs') ?? 0),
  };
}

/** A line of names, and below it a line of numbers. */
function row(snmp: string, name: string): Map<string, number> {
  const [names = '', numbers = ''] = snmp
    .split('\n')
    .filter((line) => line.startsWith(`${name}: `));
  const values = numbers.split(' ').map(toCount);
  return new Map(
    names.split(' ').flatMap((key, at) => {
      const value = values[at];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

const LISTENS: Record<'tcp' | 'udp', string> = { tcp: '0A', udp: '07' };
const LOOPBACK = /^(.{6}7F|0{24}01000000|0{16}FFFF0000.{6}7F)$/;

/**
 * /proc/PID/net/tcp, tcp6, udp, udp6 (networking/proc_net_tcp.rst): ports that are listened on, those of the loopback
 * left out. Addresses are in the machine's byte order, which is little-endian.
 */
export function parsePorts(table: string, protocol: 'tcp' | 'udp'): number[] {
  return table.split('\n').flatMap((line) => {
    const [, , address = '', port = '', remote = '', state = ''] =
      /^\s*(\d+): ([0-9A-F]+):([0-9A-F]{4}) [0-9A-F]+:([0-9A-F]{4}) ([0-9A-F]{2}) /.exec(line) ??
      [];
    if (state !== LISTENS[protocol] || remote !== '0000' || LOOPBACK.test(address)) return [];
    return [parseInt(port, 16)];
  });
}
