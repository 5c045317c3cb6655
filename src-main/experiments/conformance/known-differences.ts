/**
 * Where a runtime is known to differ from a case, and why. Data for the table and for the test of the suite,
 * which is red for a difference that is not here and for one here that no longer shows.
 */
export interface KnownDifference {
  /** All runtime ids that it holds for, whole. */
  runtimes: RegExp;
  /** Ids of the cases. */
  cases: readonly string[];
  /** In one sentence. */
  why: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    runtimes: /^(docker|podman):/,
    cases: ['environment'],
    why: 'A container engine adds HOME, HOSTNAME and PATH (Podman also TERM and container) to what is given.',
  },
  {
    runtimes: /^wasmtime(:|$)/,
    cases: ['exit-255'],
    why: 'Wasmtime passes on exit codes up to 125; its process ends with 1 for a higher one.',
  },
  {
    runtimes: /^wasmer(:|$)/,
    cases: ['environment'],
    why: 'The command line of Wasmer refuses a variable with an empty value.',
  },
  {
    runtimes: /^wasmer(:|$)/,
    cases: ['nothing-granted'],
    why: 'Wasmer gives every guest a file system of its own in memory, with a root that opens; nothing of the host is in it.',
  },
  {
    runtimes: /^browser$/,
    cases: ['wall-time'],
    why: 'Chromium lets a worker that computes go on for two seconds after it was terminated; the record shows them as the phase exit.',
  },
];

export function knownDifference(runtimeId: string, caseId: string): KnownDifference | undefined {
  return KNOWN_DIFFERENCES.find(
    ({ runtimes, cases }) => cases.includes(caseId) && runtimes.test(runtimeId),
  );
}
