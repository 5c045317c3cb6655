import { LabError } from '../../contract/index.js';
import type { EnforcedBy, Enforcer, LimitName, Limits, Warning } from '../../contract/index.js';
import type { ModuleProfile } from '../../isolation/module/index.js';

/** How a runtime holds one limit, or why nobody does. */
export type Holder = Held | { none: string };

export interface Held {
  by: Exclude<Enforcer, 'none'>;
  /** In a few words, for the table of runtimes. */
  how: string;
  /** What the engine's command line says for it; the unit is that of `Limits`. */
  flags?: (value: number) => string[];
  /** Why it does not hold for this module; undefined when it does. */
  unless?: (profile: ModuleProfile) => string | undefined;
}

export type Holders = Record<LimitName, Holder>;

/** What holds for every Wasm runtime; an engine replaces what it does better. */
export const LAB_HOLDERS = {
  pids: { by: 'interface', how: 'WASI preview 1 has no call that makes a process' },
  time: { by: 'lab-kill', how: 'the lab ends the process' },
  fuel: { none: 'it does not count instructions' },
} as const satisfies Partial<Holders>;

/** For the table of runtimes: how, or `none`. */
export function describeHolders(holders: Holders): Record<LimitName, string> {
  const word = (holder: Holder): string => ('none' in holder ? 'none' : holder.how);
  const { memory, cpus, pids, time, fuel } = holders;
  return {
    memory: word(memory),
    cpus: word(cpus),
    pids: word(pids),
    time: word(time),
    fuel: word(fuel),
  };
}

/** For the table of runtimes: who, of each limit. */
export function whoHolds(holders: Holders): Record<LimitName, Enforcer> {
  const who = (holder: Holder): Enforcer => ('none' in holder ? 'none' : holder.by);
  const { memory, cpus, pids, time, fuel } = holders;
  return {
    memory: who(memory),
    cpus: who(cpus),
    pids: who(pids),
    time: who(time),
    fuel: who(fuel),
  };
}

interface Asked {
  limits: Limits;
  bestEffort: boolean;
}

export interface HeldLimits {
  enforcedBy: EnforcedBy;
  warnings: Warning[];
  /** For the engine's command line. */
  flags: string[];
}

/** Who holds each limit that was asked for. Throws `limit-not-enforced` unless best effort will do. */
export function holdLimits(
  asked: Asked,
  profile: ModuleProfile | undefined,
  holders: Holders,
  runtime: { id: string; name: string },
): HeldLimits {
  const held: HeldLimits = { enforcedBy: {}, warnings: [], flags: [] };
  for (const [name, value] of askedLimits(asked.limits)) {
    const holder = holders[name];
    const why =
      'none' in holder ? holder.none : profile === undefined ? undefined : holder.unless?.(profile);
    if (why !== undefined) {
      held.warnings.push(notEnforced(asked, `${runtime.name} (${runtime.id})`, name, why));
    }
    held.enforcedBy[name] = 'none' in holder || why !== undefined ? 'none' : holder.by;
    if (!('none' in holder)) held.flags.push(...(holder.flags?.(value) ?? []));
  }
  return held;
}

function askedLimits(limits: Limits): [LimitName, number][] {
  const all: [LimitName, number | undefined][] = [
    ['memory', limits.memoryBytes],
    ['cpus', limits.cpus],
    ['pids', limits.pids],
    ['time', limits.timeoutMs],
    ['fuel', limits.fuel],
  ];
  return all.filter((entry): entry is [LimitName, number] => entry[1] !== undefined);
}

function notEnforced(asked: Asked, who: string, name: LimitName, why: string): Warning {
  const message = `${who} cannot hold the ${name} limit: ${why}.`;
  if (!asked.bestEffort) {
    throw new LabError(
      'limit-not-enforced',
      message,
      'Leave this limit out, choose another runtime, or say --best-effort to run without it.',
    );
  }
  const hint = 'Choose a container or a runtime that holds it to compare under this limit.';
  return { code: 'limit-not-enforced', message, hint };
}

/** For a bound that counts for each memory of a module: with several it bounds nothing. */
export function severalMemories({ memories }: ModuleProfile): string | undefined {
  return memories.length > 1
    ? `it counts for each memory, and the module has ${memories.length}`
    : undefined;
}
