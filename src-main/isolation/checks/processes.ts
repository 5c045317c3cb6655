import { closed, cut, from, open, partly, unknown } from './check.js';
import type { ContainerCheck, GuestCheck } from './check.js';
import { mountsOn } from './host-mounts.js';
import { importsOf, unknownHostFunctions } from './imports.js';

const question = 'processes';

const pidNamespace: ContainerCheck = {
  id: 'pid-namespace',
  question,
  appliesTo: 'container',
  mechanism: 'process namespace',
  bases: ['declared', 'effective'],
  answer({ namespaces }, basis) {
    const source = basis === 'declared' ? 'HostConfig.PidMode' : '/proc/PID/ns/pid';
    const owner = namespaces.find(({ name }) => name === 'pid')?.[basis];
    switch (owner?.of) {
      case undefined:
        return unknown('unknown: its namespace could not be read', from(source, 'absent'));
      case 'host':
        return open('yes: all processes of the host', from(source, 'host'), 'without --pid host');
      case 'own':
        return closed('no: only its own', from(source, 'its own'));
      case 'container': {
        const name = owner.name ?? owner.id.slice(0, 12);
        return partly(`partly: those of ${cut(name, 30)}`, from(source, `container ${name}`));
      }
    }
  },
};

const hostProc: ContainerCheck = {
  id: 'host-proc',
  question,
  appliesTo: 'container',
  mechanism: 'mount namespace',
  bases: ['declared', 'effective'],
  answer(profile, basis) {
    const mount = mountsOn(profile, basis).find(({ exposes }) => exposes === 'host-proc');
    if (mount === undefined) return undefined;
    const value = `${mount.source ?? '/proc'} at ${mount.destination}`;
    const source = basis === 'declared' ? 'Mounts' : '/proc/PID/mountinfo';
    return open('yes: the host’s /proc is mounted', from(source, value), `without -v ${value}`);
  },
};

/** Calls for processes that runtimes have beyond WASI (WASIX and its like). */
const PROCESS_CALL = /(^|\.)proc_(fork|spawn|exec|join|signal)/;

const processCalls: GuestCheck = {
  id: 'process-calls',
  question,
  appliesTo: 'guest',
  mechanism: 'imports',
  bases: ['declared'],
  answer(guest) {
    const names = importsOf(guest, 'process', 'host-functions');
    if (names === undefined) {
      return unknown('unknown: its imports could not be read', from('imports', 'absent'));
    }
    const call = names.find((name) => PROCESS_CALL.test(name));
    if (call !== undefined) return open(`yes: it imports ${call}`, from('imports', call));
    return closed('no: it imports no call for it', from('imports', 'none for other processes'));
  },
};

export const processes = [pidNamespace, hostProc, processCalls, unknownHostFunctions(question)];
