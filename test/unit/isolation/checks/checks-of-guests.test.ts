import { describe } from 'vitest';
import type { AnswerParts } from '../../../../src-main/isolation/checks/index.js';
import { eachOf } from '../../../support/checks.js';
import type { CheckCase } from '../../../support/checks.js';
import {
  capabilitySets,
  fileGuest,
  moduleWalls,
  processWalls,
  rootProcess,
  runningGuest,
} from '../../../support/profiles.js';

const guest = (more: Parameters<typeof runningGuest>[0]): AnswerParts => ({
  guest: runningGuest(more),
});
const file = (...given: Parameters<typeof moduleWalls>): AnswerParts => ({
  guest: fileGuest(moduleWalls(...given)),
});
const grants = { directories: [], environmentNames: [], args: [], network: 'none' as const };
const directory = (hostPath: string) => ({
  hostPath,
  guestPath: '/x',
  rights: 'read-only' as const,
});
const sizes = { initialBytes: 65_536, is64Bit: false, isShared: false, isImported: false };

const CASES: CheckCase[] = [
  ['directories', 'no call for files', guest({ module: moduleWalls() }), 'closed'],
  ['directories', 'nothing granted', guest({}), 'closed'],
  [
    'directories',
    'one granted',
    guest({ grants: { ...grants, directories: [directory('/srv/data')] } }),
    'partly',
  ],
  [
    'directories',
    'the root granted',
    guest({ grants: { ...grants, directories: [directory('/')] } }),
    'open',
  ],
  ['directories', 'a file that wants some', file({ files: ['path_open'] }), 'partly'],
  [
    'host-functions-host-files',
    'of its own',
    guest({ module: moduleWalls({ 'host-functions': ['f'] }) }),
    'unknown',
  ],
  ['host-functions-host-files', 'none', guest({}), 'nothing'],
  ['process-calls', 'none', guest({}), 'closed'],
  [
    'process-calls',
    'WASIX',
    guest({ module: moduleWalls({ 'host-functions': ['proc_spawn'] }) }),
    'open',
  ],
  ['host-functions-processes', 'of its own', file({ 'host-functions': ['f'] }), 'unknown'],
  ['host-functions-processes', 'none', file(), 'nothing'],
  ['sockets', 'no call', guest({}), 'closed'],
  [
    'sockets',
    'not granted',
    guest({ module: moduleWalls({ sockets: ['sock_accept'] }) }),
    'closed',
  ],
  [
    'sockets',
    'granted',
    guest({
      module: moduleWalls({ sockets: ['sock_open'] }),
      grants: { ...grants, network: 'granted' },
    }),
    'open',
  ],
  [
    'sockets',
    'not told',
    guest({
      module: moduleWalls({ sockets: ['sock_open'] }),
      grants: { ...grants, network: 'unknown' },
    }),
    'unknown',
  ],
  ['sockets', 'a file that wants some', file({ http: ['handle'] }), 'partly'],
  ['host-functions-network', 'of its own', file({ 'host-functions': ['f'] }), 'unknown'],
  ['host-functions-network', 'none', file(), 'nothing'],
  ['linear-memory', 'a cap', guest({}), 'closed'],
  ['linear-memory', 'a maximum', file(), 'closed'],
  ['linear-memory', 'none', file({}, { memories: [] }), 'closed'],
  ['linear-memory', '32-bit without a maximum', file({}, { memories: [sizes] }), 'partly'],
  [
    'linear-memory',
    '64-bit without a maximum',
    file({}, { memories: [{ ...sizes, is64Bit: true }] }),
    'open',
  ],
  ['linear-memory', 'a component', file({}, { kind: 'component', memories: [] }), 'unknown'],
  ['guest-time', 'none', guest({}), 'open'],
  ['guest-time', 'a file', file(), 'open'],
  [
    'guest-time',
    'a limit',
    guest({ limits: [{ name: 'time', unit: 'ms', declared: 5000 }] }),
    'closed',
  ],
  [
    'guest-time',
    'fuel',
    guest({ limits: [{ name: 'fuel', unit: 'fuel', declared: 5000 }] }),
    'closed',
  ],
  ['no-users', 'a module', file(), 'closed'],
  ['no-users', 'nothing read', { guest: { runtime: 'v8', limits: [] } }, 'unknown'],
  ['host-process', 'not read', { guest: { ...fileGuest(), runtime: 'v8' } }, 'unknown'],
  ['host-process', 'read', guest({}), 'nothing'],
  ['process-user', 'another', guest({}), 'partly'],
  ['process-user', 'root', guest({ hostProcess: rootProcess() }), 'open'],
  [
    'process-user',
    'root of a container',
    guest({
      hostProcess: processWalls({ uid: 0, capabilities: capabilitySets(['CHOWN']) }),
    }),
    'partly',
  ],
  [
    'process-user',
    'another with root’s',
    guest({
      hostProcess: processWalls({ capabilities: capabilitySets(['SYS_ADMIN']) }),
    }),
    'open',
  ],
  ['process-seccomp', 'off', guest({}), 'partly'],
  [
    'process-seccomp',
    'a filter',
    guest({ hostProcess: processWalls({ seccomp: { mode: 'filter' } }) }),
    'closed',
  ],
  ['process-namespaces', 'none', guest({}), 'partly'],
  [
    'process-namespaces',
    'its own',
    guest({
      hostProcess: processWalls({
        namespaces: [
          { name: 'mnt', inode: 1, isHost: false },
          { name: 'pid', inode: 2, isHost: false },
        ],
      }),
    }),
    'closed',
  ],
  [
    'process-namespaces',
    'not read',
    guest({ hostProcess: processWalls({ namespaces: [] }) }),
    'unknown',
  ],
];

describe('the check of a guest', () => {
  eachOf(CASES, 'guest');
});

describe('the check of the process behind it', () => {
  eachOf(CASES, 'process');
});
