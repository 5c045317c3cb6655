import { formatBytes } from '../../contract/index.js';
import type { Grants, IsolationFact, Limits } from '../../contract/index.js';
import { isWide } from './wide-directories.js';
import { initialMemoryBytes, maximumMemoryBytes } from './profile.js';
import type { ModuleProfile } from './profile.js';
import { foreignImports } from './wasi.js';

/** What isolates a module, as its bytes and the grants declare it: the same for every Wasm runtime. */
export function moduleFacts(
  profile: ModuleProfile,
  limits: Limits,
  grants: Grants,
): IsolationFact[] {
  return [
    linearMemoryFact(profile, limits),
    importsFact(profile),
    directoriesFact(grants),
    {
      id: 'network',
      label: 'no network',
      detail: 'WASI preview 1 has no call that opens a connection, and no socket is handed in.',
      tone: 'strong',
      basis: 'declared',
    },
    {
      id: 'processes',
      label: 'no processes',
      detail: 'WASI preview 1 has no call that makes, lists or signals another process.',
      tone: 'strong',
      basis: 'declared',
    },
    environmentFact(grants),
  ];
}

function linearMemoryFact(profile: ModuleProfile, limits: Limits): IsolationFact {
  const common = { id: 'linear-memory', basis: 'declared' } as const;
  const first = profile.memories[0];
  if (first === undefined) {
    const detail = 'The module has no linear memory.';
    return { ...common, label: 'no memory', detail, tone: 'strong' };
  }
  const start = formatBytes(initialMemoryBytes(profile));
  const highest = maximumMemoryBytes(profile, limits.memoryBytes);
  const isBounded = first.maxPages !== undefined || limits.memoryBytes !== undefined;
  const end = highest === undefined ? 'the engine’s end' : formatBytes(highest);
  const walls = 'Every access is checked against its size; nothing outside it has an address.';
  const shared = first.isShared ? ' It is declared shared (threads).' : '';
  return {
    ...common,
    label: `memory ${start} to ${end}`,
    detail: isBounded
      ? `Linear memory begins with ${start} and may grow to ${end}. ${walls}${shared}`
      : `Linear memory begins with ${start} and may grow to ${end}: the module declares no maximum and no limit is set. ${walls}${shared}`,
    tone: isBounded ? 'strong' : 'neutral',
  };
}

function importsFact(profile: ModuleProfile): IsolationFact {
  const foreign = foreignImports(profile);
  const total = profile.imports.length;
  const list = profile.imports.map(({ name }) => name).join(', ');
  const common = { id: 'imports', basis: 'declared' } as const;
  if (foreign.length > 0) {
    const names = foreign.map(({ module, name }) => `${module}.${name}`).join(', ');
    return {
      ...common,
      label: `${foreign.length} of ${total} imports not WASI`,
      detail: `Beyond WASI preview 1 the module wants: ${names}.`,
      tone: 'loose',
    };
  }
  return {
    ...common,
    label: total === 0 ? 'no imports' : `${counted(total, 'import', 'imports')}, all WASI`,
    detail:
      total === 0
        ? 'The module imports nothing: it can only compute.'
        : `All that the module can call outside itself: ${list}.`,
    tone: 'strong',
  };
}

export function directoriesFact(grants: Grants): IsolationFact {
  const common = { id: 'directories', basis: 'declared' } as const;
  const { volumes } = grants;
  if (volumes.length === 0) {
    const detail = 'No directory of the host is granted: no file can be opened at all.';
    return { ...common, label: 'no directories', detail, tone: 'strong' };
  }
  const list = volumes
    .map(({ hostPath, guestPath, readOnly }) => {
      return `${hostPath} as ${guestPath}${readOnly ? ' (read-only)' : ''}`;
    })
    .join(', ');
  const [wide] = volumes.map(({ hostPath }) => hostPath).filter(isWide);
  if (wide !== undefined) {
    return {
      ...common,
      label: `${wide} granted`,
      detail: `The guest can reach ${list}. ${wide} holds more of the host than a program needs.`,
      tone: 'loose',
    };
  }
  return {
    ...common,
    label: `${counted(volumes.length, 'directory', 'directories')} granted`,
    detail: `The guest can reach ${list}.`,
    tone: 'neutral',
  };
}

export function environmentFact(grants: Grants): IsolationFact {
  const names = Object.keys(grants.env);
  return {
    id: 'environment',
    label:
      names.length === 0
        ? 'empty environment'
        : counted(names.length, 'environment variable', 'environment variables'),
    detail:
      names.length === 0
        ? 'The guest sees no environment variable of the host.'
        : `The guest sees ${names.join(', ')} and no other environment variable.`,
    tone: names.length === 0 ? 'strong' : 'neutral',
    basis: 'declared',
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
