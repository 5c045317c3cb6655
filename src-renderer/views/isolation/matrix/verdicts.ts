import type {
  AttemptArea,
  AttemptVerdict,
  ProbeSet,
  Refuser,
} from '../../../../src-main/contract/index.js';

export const VERDICTS: readonly {
  verdict: AttemptVerdict;
  word: string;
  letter: string;
  means: string;
}[] = [
  { verdict: 'allowed', word: 'Allowed', letter: 'A', means: 'the guest could' },
  { verdict: 'refused', word: 'Refused', letter: 'R', means: 'it asked, and could not' },
  { verdict: 'not-expressible', word: 'Not expressible', letter: 'N', means: 'no way to ask' },
  { verdict: 'not-tried', word: 'Not tried', letter: '–', means: 'could not be put to it' },
];

export const verdictWord = (verdict: AttemptVerdict): string =>
  VERDICTS.find((one) => one.verdict === verdict)?.word ?? verdict;

export const AREA_TITLES: Record<AttemptArea, string> = {
  files: 'Files',
  processes: 'Processes',
  network: 'Network',
  kernel: 'Kernel',
  resources: 'Resources',
  'memory-safety': 'Memory safety',
  ambient: 'What is simply there',
};

export const SET_WORDS: Record<ProbeSet, { title: string; short: string; means: string }> = {
  default: { title: 'Default', short: 'def', means: 'the lab’s least privilege' },
  loosened: {
    title: 'Loosened',
    short: 'loose',
    means: 'given what would let the attempt succeed, where that can be given',
  },
};

export const REFUSER_WORDS: Record<Refuser, string> = {
  seccomp: 'the seccomp filter',
  capability: 'a missing capability',
  namespace: 'a namespace',
  cgroup: 'a cgroup’s limit',
  'read-only-mount': 'a read-only mount',
  'masked-path': 'a masked path',
  'file-permission': 'the file’s permissions',
  'nothing-there': 'nothing is there',
  linker: 'the linker: there is no such import',
  'linear-memory-bounds': 'the bounds of linear memory',
  'function-table': 'the function table',
  'stack-limit': 'the limit of the stack',
  runtime: 'the runtime',
  'memory-protection': 'memory protection',
  lab: 'the lab',
};
