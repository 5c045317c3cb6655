import type { LimitWall } from '../../contract/index.js';
import { limitOf } from '../checks/memory.js';
import { saidIf } from './rule.js';
import type { ContainerRule } from './rule.js';
import { memoryFlag, pidsFlag } from './used.js';

const MANY_FILES = 2 ** 20;

/** What is in force, or else what was asked for. */
function isUnlimited(limit: LimitWall | undefined): boolean {
  return (limit?.effective ?? limit?.declared) === 'unlimited';
}

const memory: ContainerRule = {
  id: 'memory-limit',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.11',
  about(profile) {
    const { flag, said } = memoryFlag(profile);
    return saidIf(
      isUnlimited(limitOf(profile, 'memory')),
      `It may use all of the host’s memory; then the kernel chooses whom to kill.${said}`,
      flag,
    );
  },
};

const cpu: ContainerRule = {
  id: 'cpu-limit',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.12',
  about: (profile) =>
    saidIf(
      isUnlimited(limitOf(profile, 'cpu')),
      'It may keep every core busy, for ever.',
      '--cpus 1, or a lower --cpu-shares',
    ),
};

const pids: ContainerRule = {
  id: 'pids-limit',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.29',
  about(profile) {
    const { flag, said } = pidsFlag(profile);
    return saidIf(
      isUnlimited(limitOf(profile, 'pids')),
      `It may make processes until the host has no number left for another.${said}`,
      flag,
    );
  },
};

const restart: ContainerRule = {
  id: 'restart-policy',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.15',
  about: ({ restartPolicy = '' }) =>
    saidIf(
      /^(always|unless-stopped)/.test(restartPolicy) || /^on-failure(:0)?$/.test(restartPolicy),
      `It is restarted without end (${restartPolicy}): one that fails at once keeps the host busy.`,
      '--restart on-failure:5',
    ),
};

const openFiles: ContainerRule = {
  id: 'open-files',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.19',
  about({ ulimits: { effective, declared } }) {
    const limit = (effective ?? declared)?.find(({ name }) =>
      /^(max open files|nofile)$/i.test(name),
    );
    return saidIf(
      limit?.hard === 'unlimited' || (limit?.hard ?? 0) >= MANY_FILES,
      'Each of its processes may open a million files and more.',
      '--ulimit nofile=1024:4096',
    );
  },
};

export const limits = [memory, pids, cpu, restart, openFiles];
