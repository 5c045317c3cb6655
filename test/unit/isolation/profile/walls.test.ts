import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessControlOf } from '../../../../src-main/isolation/process/access-control.js';
import { readProcessWalls } from '../../../../src-main/isolation/process/index.js';
import { whileItLives } from '../../../../src-main/isolation/process/same-process.js';
import { copyOf, DEFAULT_PID, makeTree, put } from '../../metrics/kernel-files.js';

const stat = (ticks: number, state = 'S') =>
  `7 (a) b) ${state} 1 7 7 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 ${ticks} 0 0 0\n`;

describe('the walls of a process', () => {
  it('are read from a captured container', () => {
    const root = copyOf('docker-default');
    put(root, `proc/${DEFAULT_PID}/limits`, LIMITS);
    put(root, `proc/${DEFAULT_PID}/attr/current`, 'docker-default (enforce)\n');
    const walls = readProcessWalls(DEFAULT_PID, { procRoot: `${root}/proc` });
    expect(walls).toMatchObject({
      pid: DEFAULT_PID,
      seccomp: { mode: 'filter', filters: 1 },
      noNewPrivileges: false,
      accessControl: { module: 'apparmor', label: 'docker-default (enforce)', confines: true },
      uid: 0,
      groups: [0],
      uidMap: [{ inside: 0, outside: 0, count: 4294967295 }],
      ulimits: [
        { name: 'Max cpu time', soft: 'unlimited', hard: 'unlimited' },
        { name: 'Max open files', soft: 1024, hard: 524288 },
        { name: 'Max nice priority', soft: 0, hard: 0 },
      ],
    });
    expect(walls?.capabilities?.effective).toHaveLength(14);
    expect(walls?.namespaces.find(({ name }) => name === 'user')?.isHost).toBe(true);
    expect(walls?.namespaces.find(({ name }) => name === 'pid')?.isHost).toBe(false);
  });

  it('do not say whose a namespace is where the host’s cannot be read', () => {
    const root = copyOf('docker-default');
    rmSync(`${root}/proc/self/ns`, { recursive: true });
    const walls = readProcessWalls(DEFAULT_PID, { procRoot: `${root}/proc` });
    expect(walls?.namespaces.length).toBeGreaterThan(5);
    expect(walls?.namespaces.some((one) => 'isHost' in one)).toBe(false);
  });

  it('lack what a kernel of another age does not tell', () => {
    const root = makeTree({
      'proc/7/stat': stat(5),
      'proc/7/status': 'Name:\told\nUid:\t1\t1\t1\t1\n',
    });
    expect(readProcessWalls(7, { procRoot: `${root}/proc` })).toEqual({
      pid: 7,
      namespaces: [],
      uid: 1,
    });
  });

  it('are those of nobody once it has ended, or is a zombie', () => {
    const root = makeTree({ 'proc/7/stat': stat(5, 'Z'), 'proc/7/status': 'Name:\tx\n' });
    expect(readProcessWalls(7, { procRoot: `${root}/proc` })).toBeUndefined();
    expect(readProcessWalls(8, { procRoot: `${root}/proc` })).toBeUndefined();
  });
});

describe('what is read of a process while it ends', () => {
  it('is thrown away where its pid has become another one’s meanwhile', () => {
    const root = makeTree({ 'proc/7/stat': stat(5) });
    const read = () => {
      put(root, 'proc/7/stat', stat(6));
      return 'a mixture';
    };
    expect(whileItLives(7, `${root}/proc`, read)).toBeUndefined();
    expect(whileItLives(7, `${root}/proc`, () => 'of one')).toBe('of one');
  });
});

describe('a label', () => {
  it.each([
    ['docker-default (enforce)', 'apparmor', true],
    ['docker-default (complain)', 'apparmor', false],
    ['unconfined', 'apparmor', false],
    ['containers-default-0.50.1 (enforce)', 'apparmor', true],
    ['system_u:system_r:container_t:s0:c1,c2', 'selinux', true],
    ['system_u:system_r:spc_t:s0', 'selinux', false],
    ['unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023', 'selinux', false],
    ['_', 'apparmor', true],
  ])('%s is of %s', (label, module, confines) => {
    expect(accessControlOf(label)).toEqual({ module, label, confines });
  });

  it('that is empty is none', () => {
    expect(accessControlOf('')).toBeUndefined();
  });
});

const LIMITS = `Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max open files            1024                 524288               files     
Max nice priority         0                    0                    
Max garbage               some                 thing                bytes     
`;
