import type {
  BasisAnswer,
  CheckResult,
  ContainerProfile,
  IsolationProfile,
  Openness,
  ProfileSubject,
  QuestionAnswer,
  QuestionId,
} from '../../src-main/contract/index.js';
import { privilegedContainer, tightContainer } from './fake-container-profiles.js';
import { fakeGuest } from './fake-guest-profile.js';

type Part = [openness: Openness, says: string, source: string, value: string, hint?: string];

/** An answer with one check of each basis; undefined where nothing is told. */
function answer(
  question: QuestionId,
  mechanism: string,
  parts: { declared?: Part; effective?: Part; proven?: Part },
): QuestionAnswer {
  const told = (['declared', 'effective', 'proven'] as const).flatMap((basis) => {
    const part = parts[basis];
    if (part === undefined) return [];
    const [openness, says, source, value, hint] = part;
    const check: CheckResult = {
      id: `${question}-${basis}`,
      question,
      basis,
      openness,
      says,
      mechanism,
      evidence: [{ source, value }],
      ...(hint !== undefined && { hint }),
    };
    return [[basis, { openness, says, checks: [check] } satisfies BasisAnswer] as const];
  });
  return { question, ...Object.fromEntries(told) };
}

const DEFAULT_ANSWERS: QuestionAnswer[] = [
  answer('host-files', 'mount namespace', {
    declared: ['closed', 'no: nothing of the host is mounted', 'HostConfig.Binds', '[]'],
    effective: [
      'closed',
      'no: its root and its mounts are its own',
      '/proc/4711/mountinfo',
      'overlay /',
    ],
    proven: ['closed', 'the canary file was not found', 'probe read-outside', 'ENOENT'],
  }),
  answer('processes', 'pid namespace', {
    declared: ['closed', 'no: a pid namespace of its own', 'HostConfig.PidMode', ''],
    effective: [
      'closed',
      'no: it sees 3 processes, all its own',
      '/proc/4711/ns/pid',
      'pid:[4026532641]',
    ],
  }),
  answer('network', 'network namespace', {
    declared: [
      'partly',
      'out through the engine’s bridge',
      'HostConfig.NetworkMode',
      'bridge',
      'Without a need for it: `--network none`.',
    ],
    effective: ['partly', 'out through eth0, 172.17.0.2', '/proc/4711/net/dev', 'lo eth0'],
  }),
  answer('memory', 'cgroup', {
    declared: ['closed', 'no: 128 MiB', 'HostConfig.Memory', '134217728'],
    effective: [
      'partly',
      'up to 128 MiB, and swap beyond it',
      'memory.swap.max',
      'max',
      'Hold swap too: `--memory-swap 128m`.',
    ],
  }),
  answer('time', 'cgroup', {
    declared: ['open', 'nothing ends it', 'HostConfig.StopTimeout', 'null'],
    effective: ['partly', 'at most 1.5 cores, for ever', 'cpu.max', '150000 100000'],
  }),
  answer('root', 'capabilities', {
    declared: ['partly', 'root inside, 14 capabilities', 'Config.User', ''],
    effective: [
      'partly',
      'root inside and outside, 14 of 41 capabilities',
      '/proc/4711/status CapEff',
      '00000000a80425fb',
      'Run as another user: `--user 1000:1000`.',
    ],
  }),
  answer('second-wall', 'seccomp', {
    declared: ['closed', 'seccomp and AppArmor, as by default', 'HostConfig.SecurityOpt', '[]'],
    effective: ['closed', 'a seccomp filter and AppArmor', '/proc/4711/status Seccomp', '2'],
  }),
];

const PRIVILEGED_ANSWERS: QuestionAnswer[] = [
  answer('host-files', 'devices', {
    declared: [
      'open',
      'yes: / of the host is mounted at /host, and every disk is there',
      'HostConfig.Binds',
      '["/:/host:rw"]',
      'Mount only what it needs: `--volume /srv/data:/data:ro`.',
    ],
    effective: [
      'open',
      'yes: 18 devices of the host, /dev/sda among them',
      '/proc/4712/root/dev',
      'sda sda1 sda2 kmsg mem port nvme0n1',
    ],
    proven: ['open', 'the canary file was read', 'probe read-outside', 'canary-8f2c'],
  }),
  answer('processes', 'pid namespace', {
    declared: [
      'open',
      'yes: `--pid host`',
      'HostConfig.PidMode',
      'host',
      'Leave out `--pid host`.',
    ],
    effective: ['open', 'yes: all 412 of the host', '/proc/4712/ns/pid', 'pid:[4026531836]'],
  }),
  answer('network', 'network namespace', {
    declared: ['open', 'yes: the host’s own network', 'HostConfig.NetworkMode', 'host'],
    effective: [
      'open',
      'yes: every interface and socket of the host',
      '/proc/4712/net/dev',
      'lo eth0 wlan0 docker0',
    ],
  }),
  answer('memory', 'cgroup', {
    declared: ['open', 'yes: no limit', 'HostConfig.Memory', '0', 'Give it one: `--memory 512m`.'],
    effective: ['open', 'yes: no limit in its cgroup', 'memory.max', 'max'],
  }),
  answer('time', 'cgroup', {
    declared: ['open', 'yes: nothing ends it', 'HostConfig.NanoCpus', '0'],
    effective: ['open', 'yes: on all 8 cores', 'cpu.max', 'max 100000'],
  }),
  answer('root', 'capabilities', {
    declared: [
      'open',
      'it is: `--privileged`',
      'HostConfig.Privileged',
      'true',
      'Leave out `--privileged`, and add what it needs: `--cap-add NET_ADMIN`.',
    ],
    effective: [
      'open',
      'it is: uid 0 outside, all 41 capabilities',
      '/proc/4712/status CapEff',
      '000001ffffffffff',
    ],
  }),
  answer('second-wall', 'seccomp', {
    declared: [
      'open',
      'nothing: seccomp and AppArmor are off',
      'HostConfig.SecurityOpt',
      '["label=disable"]',
    ],
    effective: ['open', 'nothing: no filter, not confined', '/proc/4712/status Seccomp', '0'],
  }),
];

const WASM_ANSWERS: QuestionAnswer[] = [
  answer('host-files', 'preopens', {
    declared: [
      'partly',
      'only /home/ada/data, read-only',
      'wasmtime run',
      '--dir /home/ada/data::/data',
    ],
    proven: ['closed', 'a symlink out of it was refused', 'probe symlink-out', 'EPERM'],
  }),
  answer('processes', 'imports', {
    declared: [
      'closed',
      'no: its interface has no processes',
      'imports',
      'wasi_snapshot_preview1: 9 functions',
    ],
  }),
  answer('network', 'imports', {
    declared: ['closed', 'no: no socket is imported', 'imports', 'none of sock_*'],
  }),
  answer('memory', 'linear memory', {
    declared: ['partly', 'up to 256 MiB', 'memory section', '17 to 4096 pages'],
    effective: [
      'partly',
      '64.0 MiB of 256 MiB now',
      '/proc/4010/maps',
      '7f3a00000000-7f3a10000000',
    ],
  }),
  answer('time', 'fuel', {
    declared: [
      'open',
      'yes: neither fuel nor a time-out',
      'wasmtime run',
      '',
      'Give it fuel: `-W fuel=10000000`.',
    ],
  }),
  answer('root', 'imports', {
    declared: ['closed', 'no: it has no users', 'imports', 'none'],
  }),
  answer('second-wall', 'host process', {
    effective: [
      'open',
      'nothing: its process has the user’s rights',
      '/proc/4010/status Seccomp',
      '0',
      'Run it in a container, or under `systemd-run`.',
    ],
  }),
];

const MODULE_ANSWERS = WASM_ANSWERS.map((one): QuestionAnswer => {
  if (one.question === 'second-wall') return { question: one.question };
  if (one.question === 'host-files') {
    return answer('host-files', 'imports', {
      declared: [
        'unknown',
        'it imports path_open: what it is given decides',
        'imports',
        'path_open',
      ],
    });
  }
  return {
    question: one.question,
    ...(one.declared && { declared: one.declared }),
  };
});

const READ_AT = '2026-01-01T00:02:00.000Z';

function containerProfile(
  subject: ProfileSubject,
  container: ContainerProfile,
  answers: QuestionAnswer[],
): IsolationProfile {
  return {
    subject,
    kind: 'container',
    name: container.name,
    runtime: container.isPrivileged ? 'docker:runc' : 'docker:crun',
    state: 'running',
    readAtIso: READ_AT,
    container,
    answers,
    advice: [],
    gaps: [],
  };
}

export function defaultProfile(subject: ProfileSubject, name: string): IsolationProfile {
  return {
    ...containerProfile(subject, tightContainer(name), DEFAULT_ANSWERS),
    advice: [
      {
        id: 'read-only',
        severity: 'minor',
        message: 'Its root file system can be written to, and it has not been.',
        change: '--read-only',
        against: 'least-privilege',
        benchmark: '5.12',
      },
    ],
  };
}

export function privilegedProfile(subject: ProfileSubject, name: string): IsolationProfile {
  return {
    ...containerProfile(subject, privilegedContainer(name), PRIVILEGED_ANSWERS),
    advice: [
      {
        id: 'privileged',
        severity: 'grave',
        message:
          'It is privileged: every device, every capability, no filter. Whoever is root inside owns the host.',
        change: 'without --privileged',
        against: 'default',
        benchmark: '5.4',
      },
      {
        id: 'engine-socket',
        severity: 'grave',
        message:
          'The engine’s socket is mounted: with it, it can start a container that is root on the host.',
        change: 'without --volume /var/run/docker.sock:/var/run/docker.sock',
        against: 'benchmark',
        benchmark: '5.31',
      },
      {
        id: 'memory',
        severity: 'notable',
        message: 'No limit holds its memory: it can take all of the host’s.',
        change: '--memory 512m',
        against: 'benchmark',
        benchmark: '5.10',
      },
      {
        id: 'cap-drop',
        severity: 'minor',
        message: 'It used no raw socket since it began.',
        change: '--cap-drop NET_RAW',
        against: 'least-privilege',
      },
    ],
    gaps: [
      {
        code: 'not-permitted',
        message: 'The ulimits of process 4712 could not be read: another user’s.',
        hint: 'Start Paralelo as the same user, or with `sudo`.',
      },
    ],
  };
}

export function wasmProfile(subject: ProfileSubject, name: string): IsolationProfile {
  return {
    subject,
    kind: 'wasm',
    name,
    runtime: 'wasmtime',
    state: 'running',
    readAtIso: READ_AT,
    guest: fakeGuest(),
    answers: WASM_ANSWERS,
    advice: [
      {
        id: 'fuel',
        severity: 'notable',
        message: 'Nothing ends it: neither fuel nor a time-out.',
        change: '-W fuel=10000000',
        against: 'least-privilege',
      },
    ],
    gaps: [],
  };
}

export function moduleProfile(subject: ProfileSubject, path: string): IsolationProfile {
  const { module } = fakeGuest();
  return {
    subject,
    kind: 'module',
    name: path.slice(path.lastIndexOf('/') + 1),
    readAtIso: READ_AT,
    guest: { ...(module && { module: { ...module, path } }), limits: [] },
    answers: MODULE_ANSWERS,
    advice: [],
    gaps: [],
  };
}
