import type { Enforcer, LimitName, RuntimeInfo } from '../../../src-main/contract/index.js';
import { said, t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';

/** Who holds a limit, as the table marks it; `some`: it is held, by whom is not said. */
export type Who = 'engine' | 'lab' | 'interface' | 'none' | 'some';

export interface HeldLimit {
  limit: LimitName;
  label: string;
  who: Who;
  /** In a few words: `enforced by the engine`. */
  words: string;
  /** How, where somebody does. */
  how?: string;
}

export const LIMITS: readonly { limit: LimitName; label: Words; title: Words; short: Words }[] = [
  { limit: 'memory', label: 'Memory', title: 'Memory limit', short: 'Mem' },
  { limit: 'cpus', label: 'CPU', title: 'CPU limit|title', short: 'CPU' },
  { limit: 'pids', label: 'Processes', title: 'Processes limit', short: 'Pids' },
  { limit: 'time', label: 'Time', title: 'Time limit', short: 'Time' },
  { limit: 'fuel', label: 'Fuel', title: 'Fuel limit', short: 'Fuel|short' },
];

export const WHO_WORDS: Record<Who, Words> = {
  engine: 'enforced by the engine',
  lab: 'enforced by the lab',
  interface: 'cannot be exceeded',
  none: 'not enforced',
  some: 'enforced',
};

export function heldLimits(runtime: RuntimeInfo): HeldLimit[] {
  return LIMITS.map(({ limit, label }) => {
    const how = runtime.limits[limit];
    const who = whoOf(runtime, limit, how);
    return {
      ...{ limit, who, label: t(label), words: t(WHO_WORDS[who]) },
      ...(how === 'none' ? {} : { how: said(how) }),
    };
  });
}

/** `Memory: enforced by the engine. cgroup v2 memory.max.` */
export function limitSentence({ label, words, how }: HeldLimit): string {
  return `${label}: ${words}${how === undefined ? '.' : `: ${how}.`}`;
}

function whoOf({ kind, heldBy }: RuntimeInfo, limit: LimitName, how: string): Who {
  if (how === 'none') return 'none';
  const by: Enforcer | undefined = heldBy?.[limit];
  switch (by) {
    case undefined:
      return 'some';
    case 'engine-flag':
    case 'v8-flag':
      return 'engine';
    case 'cgroup':
      // A container's own; around a Wasm engine's process the lab makes one.
      return kind === 'container' ? 'engine' : 'lab';
    case 'module-maximum':
    case 'lab-kill':
      return 'lab';
    case 'interface':
    case 'none':
      return by;
  }
}

const GRANT_LABELS: Record<string, Words> = {
  directories: 'Directories',
  environment: 'Environment|variables',
  arguments: 'Arguments',
  network: 'Network',
  stdin: 'Standard input',
};

export interface Grant {
  name: string;
  label: string;
  letter: string;
  given: boolean;
  how: string;
}

/** What a guest can be given there; in the contract's order, unknown ones last. */
export function grantsOf({ grants }: RuntimeInfo): Grant[] {
  const known = Object.keys(GRANT_LABELS);
  const names = [
    ...known.filter((name) => name in grants),
    ...Object.keys(grants).filter((name) => !known.includes(name)),
  ];
  return names.map((name) => {
    const known = GRANT_LABELS[name];
    const label = known === undefined ? name : t(known);
    const how = grants[name] ?? 'none';
    return { name, label, letter: label.charAt(0), given: how !== 'none', how: said(how) };
  });
}

export function grantSentence({ label, given, how }: Grant): string {
  return `${label}: ${given ? how : t('cannot be given')}.`;
}

/** What an engine's author or the lab says loudly: there is less of a sandbox than one expects. */
const LOOSE =
  /no sandbox|without (a |any )?sandbox|follows? (symlinks?|symbolic links?)|not filtered|no seccomp/i;

export function isLoose(note: string): boolean {
  return LOOSE.test(note);
}
