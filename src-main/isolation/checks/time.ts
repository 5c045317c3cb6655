import { formatDuration } from '../../contract/index.js';
import { closed, counted, from, open, unknown } from './check.js';
import type { ContainerCheck, GuestCheck } from './check.js';
import { isOnlyFile } from './imports.js';
import { limitOf } from './memory.js';

const question = 'time';
const told = ['declared', 'effective'] as const;

/** No engine has a limit of time; a share of the processor is all it can be held to. */
const containerTime: ContainerCheck = {
  id: 'container-time',
  question,
  appliesTo: 'container',
  mechanism: 'cgroup',
  bases: told,
  answer(profile, basis) {
    const source = basis === 'declared' ? 'HostConfig.NanoCpus, CpuQuota' : 'cgroup CPU quota';
    const cores = limitOf(profile, 'cpu')?.[basis];
    const hint = 'an engine has no time limit: --cpus 1, and `timeout` around it';
    if (cores === undefined) {
      return open('yes: an engine sets no time limit', from(source, 'absent'), hint);
    }
    return cores === 'unlimited'
      ? open('yes: on every core', from(source, cores), hint)
      : open(`yes: on at most ${counted(round(cores), 'core')}`, from(source, cores), hint);
  },
};

const forks: ContainerCheck = {
  id: 'pids-limit',
  question,
  appliesTo: 'container',
  mechanism: 'cgroup',
  bases: told,
  answer(profile, basis) {
    const source = basis === 'declared' ? 'HostConfig.PidsLimit' : 'cgroup pids limit';
    const most = limitOf(profile, 'pids')?.[basis];
    if (most === undefined) return undefined;
    return most === 'unlimited'
      ? open('yes: in any number of processes', from(source, most), '--pids-limit 256')
      : closed(`no: in at most ${most} processes`, from(source, most));
  },
};

const guestTime: GuestCheck = {
  id: 'guest-time',
  question,
  appliesTo: 'guest',
  mechanism: 'time limit or fuel',
  bases: told,
  answer(guest, basis) {
    const time = limitOf(guest, 'time');
    const fuel = limitOf(guest, 'fuel');
    if (typeof time?.[basis] === 'number') {
      const says = `no: ended after ${formatDuration(time[basis])}`;
      return closed(says, from(time.heldBy ?? 'time limit', time[basis]));
    }
    if (typeof fuel?.[basis] === 'number') {
      return closed('no: until its fuel is used up', from(fuel.heldBy ?? 'fuel', fuel[basis]));
    }
    if (basis === 'effective') return undefined;
    if (isOnlyFile(guest)) {
      return open('yes: unless a runtime sets a limit', from('module', 'cannot limit itself'));
    }
    // Where the command line tells nothing (a program that hosts a guest), its limits are not told either.
    if (guest.grants === undefined && time === undefined && fuel === undefined) {
      return unknown('unknown: its limits cannot be told', from('command line', 'not told'));
    }
    return open('yes: no time limit and no fuel', from('command line', 'no limit'));
  },
};

function round(cores: number): number {
  return Math.round(cores * 100) / 100;
}

export const time = [containerTime, forks, guestTime];
