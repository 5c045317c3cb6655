import { describe, expect, it } from 'vitest';
import { parseNetUse, parsePorts } from '../../../../src-main/metrics/proc/net-use.js';

const SNMP = [
  'Icmp: InMsgs InErrors OutMsgs',
  'Icmp: 7 0 3',
  'Tcp: RtoAlgorithm MaxConn ActiveOpens PassiveOpens',
  'Tcp: 1 -1 13 10',
  'Udp: InDatagrams NoPorts InErrors OutDatagrams',
  'Udp: 9 15 0 20',
  'UdpLite: InDatagrams NoPorts InErrors OutDatagrams',
  'UdpLite: 1 1 1 1',
].join('\n');

/** As Linux 6.18 writes them, in columns of a fixed width. */
const line = (address: string, port: string, state: string, remotePort = '0000') =>
  `   0: ${address}:${port} 00000000:${remotePort} ${state} 00000000:00000000 00:00000000 00000000     0        0 1 1`;

describe('what a network namespace has done', () => {
  it('is its connections, and its datagrams over both versions of IP', () => {
    expect(parseNetUse(SNMP, 'Udp6InDatagrams \t4\nUdp6OutDatagrams                \t5\n')).toEqual(
      {
        connections: 23,
        datagrams: 28,
      },
    );
  });

  it('is not told by something else', () => {
    expect(parseNetUse('', '')).toBeUndefined();
    expect(parseNetUse('Tcp: ActiveOpens PassiveOpens\nTcp: 1 2\n', '')).toBeUndefined();
  });
});

describe('the ports that are listened on', () => {
  it('are those open to others, in either protocol', () => {
    const tcp = [line('00000000', '1F90', '0A'), line('0100007F', '1F91', '0A')];
    const ipv6 = '00000000000000000000000000000000';
    expect(parsePorts(['  sl  local_address', ...tcp].join('\n'), 'tcp')).toEqual([8080]);
    expect(parsePorts(line(ipv6, '0050', '0A'), 'tcp')).toEqual([80]);
    expect(parsePorts(line('00000000', '0035', '07'), 'udp')).toEqual([53]);
  });

  it('are not those of a connection, nor of any loopback', () => {
    for (const loopback of [
      '0B00007F',
      '00000000000000000000000001000000',
      '0000000000000000FFFF00000100007F',
    ]) {
      expect(parsePorts(line(loopback, '0050', '0A'), 'tcp'), loopback).toEqual([]);
    }
    expect(parsePorts(line('00000000', '0050', '01'), 'tcp')).toEqual([]);
    expect(parsePorts(line('00000000', '0035', '07', '0035'), 'udp')).toEqual([]);
    expect(parsePorts('', 'tcp')).toEqual([]);
  });
});
