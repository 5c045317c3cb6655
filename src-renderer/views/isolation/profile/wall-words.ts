import type {
  AccessControlLabel,
  CapabilitySets,
  Exposure,
  IdMapping,
  NamespaceName,
  NamespaceOwner,
  SeccompState,
} from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';
import type { Line } from './sections.js';

export const NAMESPACE_TITLES: Record<NamespaceName, Words> = {
  mnt: 'Mounts (mnt)',
  pid: 'Processes (pid)',
  net: 'Network (net)',
  ipc: 'Shared memory (ipc)',
  uts: 'Host name (uts)',
  user: 'Users (user)',
  cgroup: 'Control groups (cgroup)',
  time: 'Clocks (time)',
};

export const EXPOSURE_WORDS: Record<Exposure, Words> = {
  'engine-socket': 'the engine’s socket',
  'host-root': 'the host’s root',
  'host-system-directory': 'a directory of the host’s system',
  'host-proc': 'the host’s /proc',
  'host-sys': 'the host’s /sys',
  'host-devices': 'the host’s devices',
  socket: 'a socket of the host',
  'host-directory': 'a directory of the host',
  volume: 'a volume',
};

export const RIGHTS_WORDS: Record<'read-only' | 'writable', Words> = {
  'read-only': 'read-only',
  writable: 'writable',
};

/** With these the host itself is in reach. */
export const GRAVE_EXPOSURES: ReadonlySet<Exposure> = new Set([
  'engine-socket',
  'host-root',
  'host-system-directory',
  'host-proc',
  'host-sys',
  'host-devices',
  'socket',
]);

export function ownerWords(owner: NamespaceOwner): string {
  switch (owner.of) {
    case 'own':
      return t('its own');
    case 'host':
      return t('the host’s');
    case 'container':
      return t('of {{name}}', { name: owner.name ?? owner.id.slice(0, 12) });
  }
}

const SECCOMP_MODES: Record<Exclude<SeccompState['mode'], 'filter'>, Words> = {
  off: 'off',
  strict: 'strict',
};

export function seccompWords({ mode, filters }: SeccompState): string {
  if (mode !== 'filter') return t(SECCOMP_MODES[mode]);
  return filters === undefined ? t('filter') : t('{{filters}} × filter', { filters });
}

export const labelWords = ({ module, label, confines }: AccessControlLabel): string =>
  confines
    ? `${label} (${module})`
    : t('{{label}} ({{module}}, does not confine)', { label, module });

/** `0–65535 inside are 100000–165535 outside`. */
export function mappingWords({ inside, outside, count }: IdMapping): string {
  const ranges = { inside: range(inside, count), outside: range(outside, count) };
  return count === 1
    ? t('{{inside}} inside is {{outside}} outside', ranges)
    : t('{{inside}} inside are {{outside}} outside', ranges);
}

const range = (from: number, count: number): string =>
  count === 1 ? String(from) : `${String(from)}–${String(from + count - 1)}`;

/** The other four sets of capabilities(7), beside the effective one. */
export function capabilitySetLines(sets: CapabilitySets): Line[] {
  const { effective } = sets;
  const name: Record<Exclude<keyof CapabilitySets, 'effective'>, Words> = {
    permitted: 'Permitted',
    bounding: 'Bounding',
    inheritable: 'Inheritable',
    ambient: 'Ambient',
  };
  return (['permitted', 'bounding', 'inheritable', 'ambient'] as const).map((set) => ({
    name: t(name[set]),
    cells: [setWords(sets[set], effective)],
  }));
}

function setWords(set: readonly string[], effective: readonly string[]): string {
  if (set.length === 0) return t('none|capabilities');
  const isSame = set.length === effective.length && set.every((one) => effective.includes(one));
  if (isSame) return t('the same as the effective ones');
  return set.length > 8 ? t('{{count}} capabilities', { count: set.length }) : set.join(', ');
}
