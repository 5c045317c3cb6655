import { LabError, runtimeKindOf } from '../../contract/index.js';
import type { ExperimentPlan, OwnProgram, Workload } from '../../contract/index.js';

type Twin = Extract<Workload, { kind: 'twin' }>;

/** What a runtime is to run: its build of the user's own program, else the twin. */
export function workloadFor(
  runtime: string,
  program: OwnProgram | undefined,
  twin: Twin,
): Workload {
  if (program === undefined) return twin;
  const kind = buildFor(runtime);
  const own = program[kind];
  if (own === undefined) throw missing(kind, [runtime]);
  return { kind, ...own };
}

/** Throws `bad-request` when a contender has no build of the user's own program that it could run. */
export function checkProgram({
  runtimes,
  program,
}: Pick<ExperimentPlan, 'runtimes' | 'program'>): void {
  if (program === undefined) return;
  for (const kind of ['image', 'module'] as const) {
    const needing = runtimes.filter((id) => buildFor(id) === kind);
    if (needing.length > 0 && program[kind] === undefined) throw missing(kind, needing);
  }
}

function buildFor(runtime: string): 'image' | 'module' {
  return runtimeKindOf(runtime) === 'container' ? 'image' : 'module';
}

function missing(kind: 'image' | 'module', runtimes: readonly string[]): LabError {
  const [noun, flag, others] =
    kind === 'image'
      ? ['an image', '--image REF', 'Wasm runtimes']
      : ['a module', '--module PATH', 'containers'];
  return new LabError(
    'bad-request',
    `The program is not given as ${noun}, which ${runtimes.join(', ')} would need.`,
    `Give it as ${noun} too (${flag}), or choose ${others} only (--runtimes).`,
  );
}
