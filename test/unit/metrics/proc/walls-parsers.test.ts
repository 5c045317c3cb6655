import { describe, expect, it } from 'vitest';
import { parseMounts } from '../../../../src-main/metrics/proc/mountinfo.js';
import {
  parseIpv4Addresses,
  parseIpv6Addresses,
} from '../../../../src-main/metrics/proc/net-addresses.js';
import { parseStatus } from '../../../../src-main/metrics/proc/status.js';
import { mappedInside, parseIdMap } from '../../../../src-main/metrics/proc/uid-map.js';

describe('the addresses of a network namespace', () => {
  const FIB = `Main:
  +-- 0.0.0.0/0 3 0 5
     |-- 0.0.0.0
        /0 universe UNICAST
     +-- 127.0.0.0/8 2 0 2
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        +-- 172.18.0.0/30 2 0 2
           |-- 172.18.0.0
              /16 link UNICAST
           |-- 172.18.0.2
              /32 host LOCAL
        |-- 172.18.255.255
           /32 link BROADCAST
        |-- 10.5.0.7
           /32 host LOCAL
Local:
           |-- 172.18.0.2
              /32 host LOCAL
`;
  const ROUTES = `Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
eth0	00000000	010012AC	0003	0	0	0	00000000	0	0	0
eth0	000012AC	00000000	0001	0	0	0	0000FFFF	0	0	0
eth0	0000050A	010012AC	0003	0	0	0	0000FFFF	0	0	0
`;

  it('are each told once, with the interface whose network they are in', () => {
    expect(parseIpv4Addresses(FIB, ROUTES)).toEqual([
      { name: 'lo', address: '127.0.0.1' },
      { name: 'eth0', address: '172.18.0.2' },
      { address: '10.5.0.7' },
    ]);
    expect(parseIpv4Addresses('', '')).toEqual([]);
  });

  it.each([
    ['00000000000000000000000000000001', '::1'],
    ['fe800000000000000042acfffe120002', 'fe80::42:acff:fe12:2'],
    ['20010db8000000000001000000000000', '2001:db8:0:0:1::'],
    ['20010db8000100020003000400050006', '2001:db8:1:2:3:4:5:6'],
    ['fd000000000000000000000000000010', 'fd00::10'],
  ])('of version 6: %s is %s', (hex, address) => {
    expect(parseIpv6Addresses(`${hex} 02 40 20 80     eth0\nnonsense\n`)).toEqual([
      { name: 'eth0', address },
    ]);
  });
});

describe('a line of mountinfo', () => {
  const of = (optional: string) =>
    parseMounts(`9 8 0:5 / /x rw ${optional}- tmpfs tmpfs rw`)[0]?.propagation;

  it('says how mounts are passed on', () => {
    expect(
      ['', 'shared:1 ', 'master:2 ', 'shared:1 master:2 propagate_from:3 ', 'unbindable '].map(of),
    ).toEqual(['private', 'shared', 'slave', 'shared, slave', 'unbindable']);
    expect(parseMounts('9 8 0:5 / /x rw - tmpfs tmpfs rw')[0]?.device).toBe('0:5');
  });
});

describe('the status of a process', () => {
  it('has groups, all five sets of capabilities, and its filters where the kernel counts them', () => {
    const text =
      'Groups:\t4 27 1000 \nCapInh:\t1\nCapPrm:\t2\nCapEff:\t4\nCapBnd:\t8\nCapAmb:\t10\nSeccomp:\t2\nSeccomp_filters:\t3\n';
    expect(parseStatus(text)).toEqual({
      groups: [4, 27, 1000],
      inheritableCapabilities: 1n,
      permittedCapabilities: 2n,
      effectiveCapabilities: 4n,
      boundingCapabilities: 8n,
      ambientCapabilities: 16n,
      seccompMode: 2,
      seccompFilters: 3,
    });
    expect(parseStatus('Groups:\t \n').groups).toEqual([]);
    expect(parseStatus('Name:\tx\n')).not.toHaveProperty('groups');
  });
});

describe('a map of ids', () => {
  it('finds who somebody outside is inside', () => {
    const map = parseIdMap(
      '         0       1000          1\n         1     100000      65536\nx y z\n',
    );
    expect(map).toHaveLength(2);
    expect([1000, 100_000, 100_005, 5].map((id) => mappedInside(map, id))).toEqual([
      0,
      1,
      6,
      undefined,
    ]);
  });
});
