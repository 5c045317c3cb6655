import { describe } from 'vitest';
import type {
  Exposure,
  LimitWall,
  MountWall,
  NamespaceName,
  NamespaceOwner,
} from '../../../../src-main/contract/index.js';
import type { AnswerParts } from '../../../../src-main/isolation/checks/index.js';
import { eachOf } from '../../../support/checks.js';
import type { CheckCase } from '../../../support/checks.js';
import {
  defaultContainer,
  hardenedContainer,
  privilegedContainer,
} from '../../../support/profiles.js';

function shared(
  name: NamespaceName,
  owner: NamespaceOwner,
  capabilities: string[] = [],
): AnswerParts {
  const { namespaces } = defaultContainer();
  return {
    container: defaultContainer({
      namespaces: namespaces.map((one) =>
        one.name === name ? { name, declared: owner, effective: owner } : one,
      ),
      ...held(capabilities),
    }),
  };
}

function held(names: string[], bounding = names) {
  const effective = { effective: names, permitted: names, inheritable: [], bounding, ambient: [] };
  return { capabilities: { declared: names, effective, beyondDefault: [], belowDefault: [] } };
}

function mounted(exposes?: Exposure, more: Partial<MountWall> = {}): AnswerParts {
  const mount: MountWall = {
    destination: '/mnt',
    source: '/srv/there',
    readOnly: true,
    basis: 'both',
    ...(exposes && { exposes }),
    ...more,
  };
  return { container: defaultContainer({ mounts: [...defaultContainer().mounts, mount] }) };
}

function limited(...limits: LimitWall[]): AnswerParts {
  return { container: defaultContainer({ limits }) };
}

const plain: AnswerParts = { container: defaultContainer() };
const hard: AnswerParts = { container: hardenedContainer() };
const mighty: AnswerParts = { container: privilegedContainer() };
const remapped = { uidMap: [{ inside: 0, outside: 100_000, count: 65_536 }] };
const bytes = { name: 'memory', unit: 'bytes', declared: 2 ** 26, effective: 2 ** 26 } as const;

const CASES: CheckCase[] = [
  ['host-mounts', 'nothing of the host', plain, 'closed'],
  ['host-mounts', 'a directory', mounted('host-directory'), 'partly'],
  ['host-mounts', 'a socket', mounted('socket'), 'partly'],
  ['host-mounts', 'a volume', mounted('volume'), 'closed'],
  ...(
    [
      'engine-socket',
      'host-root',
      'host-system-directory',
      'host-proc',
      'host-sys',
      'host-devices',
    ] as const
  ).map((exposes): CheckCase => ['host-mounts', exposes, mounted(exposes), 'open']),
  ['host-devices', 'none', plain, 'closed'],
  [
    'host-devices',
    'a terminal',
    {
      container: defaultContainer({
        devices: { declared: [{ hostPath: '/dev/ttyS0' }], effective: ['/dev/ttyS0'] },
      }),
    },
    'partly',
  ],
  [
    'host-devices',
    'a disk',
    {
      container: defaultContainer({
        devices: { declared: [{ hostPath: '/dev/nvme0n1' }], effective: ['/dev/nvme0n1'] },
      }),
    },
    'open',
  ],
  ['mount-namespace', 'its own', plain, 'nothing'],
  ['mount-namespace', 'the host’s', shared('mnt', { of: 'host' }), 'open'],
  ['files-of-processes', 'with tracing', shared('pid', { of: 'host' }, ['SYS_PTRACE']), 'open'],
  ['files-of-processes', 'without tracing', shared('pid', { of: 'host' }), 'nothing'],
  [
    'files-by-handle',
    'with the capability',
    { container: defaultContainer(held(['DAC_READ_SEARCH'])) },
    'open',
  ],
  [
    'files-by-handle',
    'in a user namespace',
    {
      container: defaultContainer({
        ...held(['DAC_READ_SEARCH']),
        isRootless: true,
        user: remapped,
      }),
    },
    'nothing',
  ],
  ['pid-namespace', 'its own', plain, 'closed'],
  ['pid-namespace', 'the host’s', shared('pid', { of: 'host' }), 'open'],
  [
    'pid-namespace',
    'another’s',
    shared('pid', { of: 'container', id: 'abc', name: 'db' }),
    'partly',
  ],
  ['host-proc', 'mounted', mounted('host-proc', { source: '/proc' }), 'open'],
  ['host-proc', 'not mounted', plain, 'nothing'],
  ['network-namespace', 'none', hard, 'closed'],
  ['network-namespace', 'a bridge', plain, 'partly'],
  ['network-namespace', 'the host’s', shared('net', { of: 'host' }), 'open'],
  ['network-namespace', 'another’s', shared('net', { of: 'container', id: 'abc' }), 'partly'],
  ['network-capabilities', 'none', { container: defaultContainer(held([])) }, 'closed'],
  ['network-capabilities', 'raw packets', plain, 'partly'],
  ['network-capabilities', 'over its own network', mighty, 'partly'],
  ['network-capabilities', 'over the host’s', shared('net', { of: 'host' }, ['NET_ADMIN']), 'open'],
  ['published-ports', 'none', plain, 'nothing'],
  [
    'published-ports',
    'one',
    {
      container: defaultContainer({
        network: {
          mode: 'bridge',
          publishedPorts: [
            { containerPort: 80, protocol: 'tcp', hostAddress: '0.0.0.0', hostPort: 8080 },
          ],
        },
      }),
    },
    'partly',
  ],
  ['memory-limit', 'a limit', limited(bytes), 'closed'],
  ['memory-limit', 'none', plain, 'open'],
  ['memory-limit', 'not read', limited(), 'unknown'],
  [
    'swap-limit',
    'no swap',
    limited(bytes, { ...bytes, name: 'swap', declared: 0, effective: 0 }),
    'closed',
  ],
  ['swap-limit', 'some', limited(bytes, { ...bytes, name: 'swap' }), 'partly'],
  [
    'swap-limit',
    'all of it',
    limited(bytes, { ...bytes, name: 'swap', declared: 'unlimited', effective: 'unlimited' }),
    'partly',
  ],
  ['swap-limit', 'without a limit of memory', plain, 'nothing'],
  ['container-time', 'at all', hard, 'open'],
  ['pids-limit', 'a limit', hard, 'closed'],
  ['pids-limit', 'none', plain, 'open'],
  ['privileged', 'privileged', mighty, 'open'],
  ['privileged', 'not', plain, 'nothing'],
  ['engine-socket', 'mounted', mounted('engine-socket'), 'open'],
  ['engine-socket', 'not', plain, 'nothing'],
  ['user', 'root', plain, 'partly'],
  ['user', 'another', hard, 'closed'],
  [
    'user',
    'root only inside',
    {
      container: defaultContainer({
        isRootless: true,
        user: { insideUid: 0, outsideUid: 1000, ...remapped },
      }),
    },
    'closed',
  ],
  ['user', 'a name', { container: defaultContainer({ user: { declared: 'app' } }) }, 'unknown'],
  ['capabilities', 'none', hard, 'closed'],
  ['capabilities', 'the default', plain, 'partly'],
  ['capabilities', 'root’s', { container: defaultContainer(held(['SYS_ADMIN'])) }, 'open'],
  [
    'capabilities',
    'root’s, inside',
    { container: privilegedContainer({ isRootless: true, user: remapped }) },
    'partly',
  ],
  ['new-privileges', 'none', hard, 'closed'],
  ['new-privileges', 'some', plain, 'partly'],
  [
    'new-privileges',
    'root’s',
    {
      container: defaultContainer({
        ...held([], ['SYS_ADMIN']),
        noNewPrivileges: { effective: false },
      }),
    },
    'open',
  ],
  ['seccomp', 'a filter', plain, 'closed'],
  ['seccomp', 'off', mighty, 'open'],
  ['access-control', 'confined', plain, 'closed'],
  ['access-control', 'not confined', mighty, 'partly'],
  ['access-control', 'nothing', { container: defaultContainer({ accessControl: {} }) }, 'partly'],
  ['kernel-settings', 'read-only', plain, 'closed'],
  ['kernel-settings', 'writable', mighty, 'open'],
  [
    'kernel-settings',
    'not masked',
    { container: defaultContainer({ maskedPaths: { declared: [], effective: [] } }) },
    'partly',
  ],
];

describe('the check of a container', () => {
  // No engine has a limit of time: that check has a single outcome.
  eachOf(CASES, 'container', ['container-time']);
});
