import { closed, counted, from, open, partly, unknown } from './check.js';
import type { GuestCheck } from './check.js';
import { importsOf, isOnlyFile } from './imports.js';

/** Granting one of these, or what contains it, is granting the host. */
const SYSTEM_DIRECTORY = /^\/(etc|proc|sys|dev|boot|root|run|var|var\/run|home|usr|lib)?\/?$/;

export function isSystemDirectory(path: string): boolean {
  return SYSTEM_DIRECTORY.test(path);
}

export const directories: GuestCheck = {
  id: 'directories',
  question: 'host-files',
  appliesTo: 'guest',
  mechanism: 'granted directories',
  bases: ['declared'],
  answer(guest) {
    const calls = importsOf(guest, 'files');
    if (calls?.length === 0) {
      return closed('no: it imports no call for files', from('imports', 'none for files'));
    }
    if (isOnlyFile(guest)) {
      return calls === undefined
        ? unknown('unknown: its imports could not be read', from('imports', 'absent'))
        : partly('partly: only what a runtime grants', from('imports', calls.join(' ')));
    }
    const granted = guest.grants?.directories;
    if (granted === undefined) {
      return unknown('unknown: its grants cannot be told', from('command line', 'not told'));
    }
    if (granted.length === 0) {
      return closed('no: no directory is granted', from('command line', 'no directory'));
    }
    const evidence = granted.map(({ hostPath, guestPath, rights }) => ({
      source: 'command line',
      value: `${hostPath} as ${guestPath} (${rights})`,
    }));
    const system = granted.find(({ hostPath }) => isSystemDirectory(hostPath));
    if (system !== undefined) {
      return open(
        `yes: the host’s ${system.hostPath} is granted`,
        evidence,
        'grant a narrower directory',
      );
    }
    return partly(
      `partly: ${counted(granted.length, 'directory', 'directories')} it was given`,
      evidence,
    );
  },
};
