import { LEAST_PRIVILEGES } from '../../contract/index.js';
import type { AttemptInfo, ProbeSet, RunRequestInput, RuntimeInfo } from '../../contract/index.js';
import type { Canaries } from './canaries.js';
import { PRIVILEGED, almostPrivileged } from './loosened.js';
import { worldOf } from './worlds.js';

/** One cell of the matrix. */
export interface Cell {
  runtime: RuntimeInfo;
  attempt: AttemptInfo;
  set: ProbeSet;
}

/** Nobody looks at the samples. */
const PERIOD_MS = 1000;

export function cellsOf(
  runtimes: readonly RuntimeInfo[],
  attempts: readonly AttemptInfo[],
  sets: readonly ProbeSet[],
): Cell[] {
  return runtimes.flatMap((runtime) =>
    attempts.flatMap((attempt) => sets.map((set) => ({ runtime, attempt, set }))),
  );
}

export interface Circumstances {
  canaries: Canaries;
  /** Its engine has refused to start a privileged container. */
  isPrivilegedRefused?: boolean;
  timeFactor?: number;
}

/** The run that tries it. What a module cannot be given is not asked for: its run is then the same in both sets. */
export function requestOf(
  { runtime, attempt, set }: Cell,
  { canaries, isPrivilegedRefused = false, timeFactor = 1 }: Circumstances,
): RunRequestInput {
  const { kind } = runtime;
  const world = worldOf(attempt.id, {
    kind,
    set,
    canaries,
    takesDirectories: runtime.grants['directories'] !== 'none',
    timeFactor,
  });
  const looseness = isPrivilegedRefused ? almostPrivileged() : PRIVILEGED;
  const isLoose = kind === 'container' && set === 'loosened';
  return {
    runtime: runtime.id,
    workload: workloadOf(attempt.id, kind, world.values ?? [], canaries),
    limits: world.limits ?? {},
    grants: {
      env: world.env ?? {},
      volumes: world.volumes ?? [],
      network: isLoose ? 'host' : 'none',
    },
    privileges: isLoose ? looseness : LEAST_PRIVILEGES,
    // Who refuses what is not there is the question: the lab does not answer it before the engine.
    ...(attempt.id === 'undefined-import' ? { uncheckedImports: true } : {}),
    periodMs: PERIOD_MS,
  };
}

function workloadOf(
  attempt: string,
  kind: RuntimeInfo['kind'],
  values: readonly (string | number)[],
  { files }: Canaries,
): RunRequestInput['workload'] {
  return attempt === 'undefined-import' && kind === 'wasm'
    ? { kind: 'module', ref: files.undefinedImportPath, args: [] }
    : { kind: 'twin', ref: 'probe', args: ['try', attempt, ...values.map(String)] };
}
