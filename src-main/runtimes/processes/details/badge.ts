import { badgeOf } from '../../../contract/index.js';
import type { IsolationBadge, IsolationFact } from '../../../contract/index.js';
import { directoriesFact, environmentFact } from '../../../isolation/module/index.js';
import type { Subject } from '../subject.js';
import { grantsOf, isAlwaysNetworked } from './grants.js';

/** From what its command line grants, without a look at the module; undefined where that is not told. */
export function badge(subject: Subject): IsolationBadge | undefined {
  const grants = grantsOf(subject);
  if (grants === undefined) return undefined;
  const volumes = grants.directories.map(({ hostPath, guestPath, rights }) => ({
    hostPath,
    guestPath,
    readOnly: rights === 'read-only',
  }));
  const declared = { env: subject.line.env, volumes, network: 'none' };
  return badgeOf([
    subject.runtimeId === 'wasm3' ? NO_SANDBOX : directoriesFact(declared),
    ...(volumes.length > 0 && FOLLOWS_SYMLINKS.has(subject.runtimeId) ? [SYMLINKS] : []),
    grants.inheritsEnvironment === true ? INHERITED : environmentFact(declared),
    ...(grants.network === 'granted' && !isAlwaysNetworked(subject) ? [NETWORK] : []),
  ]);
}

/** Seen with wasm3 0.5: with its simple WASI `../../etc/passwd` opens. */
const NO_SANDBOX: IsolationFact = {
  id: 'directories',
  label: 'no sandbox for files',
  detail:
    'wasm3 grants the directory it runs in, and “../” leads out of it to all that the user may reach.',
  tone: 'loose',
  basis: 'declared',
};

const FOLLOWS_SYMLINKS: ReadonlySet<string> = new Set(['wazero', 'wabt']);

const SYMLINKS: IsolationFact = {
  id: 'symlinks',
  label: 'symlinks lead out',
  detail: 'The runtime follows symbolic links out of a granted directory.',
  tone: 'loose',
  basis: 'declared',
};

const INHERITED: IsolationFact = {
  id: 'environment',
  label: 'all of the environment',
  detail: 'The guest sees every environment variable of the process around it.',
  tone: 'loose',
  basis: 'declared',
};

const NETWORK: IsolationFact = {
  id: 'network',
  label: 'network granted',
  detail: 'The runtime was told to give the guest the network of the process around it.',
  tone: 'loose',
  basis: 'declared',
};
