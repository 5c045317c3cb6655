import type { IsolationFact } from '../../../contract/index.js';
import { noNewPrivilegesFact } from '../../../isolation/facts/privileges.js';
import { directoriesFact, environmentFact, moduleFacts } from '../../../isolation/module/index.js';
import { compareNamespaces, namespacesFact } from '../../../isolation/namespaces.js';
import { readText } from '../../../metrics/files/kernel-text.js';
import { parseStatus } from '../../../metrics/proc/status.js';
import { aroundGuest, hostProcessFacts } from '../../module/host-process.js';
import type { ModuleOnDisk } from '../module-profile.js';
import type { Subject } from '../subject.js';
import { volumesOf } from './as-run.js';

/** What isolates the guest: its module and what its command line grants, then the process around it. */
export function isolation(subject: Subject, module: ModuleOnDisk | undefined): IsolationFact[] {
  return [...guestFacts(subject, module), ...processFacts(subject)];
}

function guestFacts(subject: Subject, module: ModuleOnDisk | undefined): IsolationFact[] {
  const { line, runtime } = subject;
  // What a script gives its guest cannot be seen from outside.
  if (runtime.needsMemory === true) return [];
  const grants = { env: line.env, volumes: volumesOf(subject), network: 'none' };
  const profile = module?.profile;
  if (profile === undefined) {
    return line.module === undefined ? [] : [directoriesFact(grants), environmentFact(grants)];
  }
  const limits = line.memoryLimitBytes === undefined ? {} : { memoryBytes: line.memoryLimitBytes };
  // Several runtimes have calls of their own for sockets, beyond WASI: a module that imports one may use it.
  const hasSockets = profile.imports.some(({ name }) => name.startsWith('sock_'));
  const isInherited = line.others.some((option) =>
    /inherit-env|env-inherit|forward-host-env/.test(option),
  );
  return moduleFacts(profile, limits, grants).filter(
    ({ id }) => !(id === 'network' && hasSockets) && !(id === 'environment' && isInherited),
  );
}

function processFacts({ directory, pid, place, runtime }: Subject): IsolationFact[] {
  const status = parseStatus(readText(`${directory}/status`) ?? '');
  const namespaces = compareNamespaces(pid, place.procRoot);
  const facts = [
    ...(namespaces === undefined ? [] : [namespacesFact(namespaces, 'effective')]),
    ...(status.noNewPrivileges === undefined
      ? []
      : [noNewPrivilegesFact(status.noNewPrivileges, 'effective')]),
    ...(status.uid === undefined ? [] : [userFact(status.uid)]),
  ];
  return [
    ...hostProcessFacts(pid, runtime.name, place.procRoot),
    ...facts.map((fact) => aroundGuest(fact, runtime.name)),
  ];
}

function userFact(uid: number): IsolationFact {
  const isRoot = uid === 0;
  return {
    id: 'user',
    label: isRoot ? 'root' : `uid ${uid}`,
    detail: isRoot
      ? 'Runs as user 0: every file of the host is open to it.'
      : `Runs as the unprivileged user ${uid}.`,
    tone: isRoot ? 'loose' : 'strong',
    basis: 'effective',
  };
}
