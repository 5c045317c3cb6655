import { formatBytes } from '../../contract/index.js';
import type { Environment, EnvironmentChange, TrendContender } from '../../contract/index.js';

/** A kernel keeps some memory to itself, each version another part: by so little no machine differs. */
const SAME_MEMORY = 0.03;
const UNKNOWN = 'unknown';

/** What is otherwise in the machine and the system; what either did not tell is no change. */
export function environmentChanges(before: Environment, now: Environment): EnvironmentChange[] {
  return [
    ...machineChange(before, now),
    ...change('system', before.os, now.os),
    ...change('kernel', before.kernel, now.kernel),
    ...change('cgroup', version(before.cgroupVersion), version(now.cgroupVersion)),
    ...change('governor', before.governor, now.governor),
    ...change('engine', engineOf(before), engineOf(now)),
    ...change('paralelo', before.labVersion, now.labVersion),
  ];
}

/** Of each runtime against the last time that it was there; `known` is brought up to date. */
export function versionChanges(
  known: Map<string, string>,
  contenders: readonly Pick<TrendContender, 'runtime' | 'version'>[],
): EnvironmentChange[] {
  return contenders.flatMap(({ runtime, version: now }) => {
    if (now === undefined) return [];
    const before = known.get(runtime);
    known.set(runtime, now);
    return change('runtime', before, now).map((found) => ({ ...found, runtime }));
  });
}

function machineChange(before: Environment, now: Environment): EnvironmentChange[] {
  const memory = Math.abs(now.memoryBytes / before.memoryBytes - 1);
  const isSame =
    memory <= SAME_MEMORY &&
    before.cores === now.cores &&
    before.arch === now.arch &&
    (before.cpu === undefined || now.cpu === undefined || before.cpu === now.cpu);
  return isSame ? [] : [{ what: 'machine', from: machineOf(before), to: machineOf(now) }];
}

function machineOf({ cpu, cores, memoryBytes, arch }: Environment): string {
  return `${cpu ?? arch}, ${String(cores)} × CPU, ${formatBytes(memoryBytes)}`;
}

function engineOf({ engine, engineVersion }: Environment): string | undefined {
  return engine === undefined ? undefined : `${engine} ${engineVersion ?? UNKNOWN}`;
}

function version(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `v${String(number)}`;
}

function change(
  what: EnvironmentChange['what'],
  from: string | undefined,
  to: string | undefined,
): EnvironmentChange[] {
  return from === undefined || to === undefined || from === to ? [] : [{ what, from, to }];
}
