import type {
  AttemptArea,
  AttemptVerdict,
  ProbeSet,
  Refuser,
} from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';

export const VERDICTS: readonly {
  verdict: AttemptVerdict;
  word: Words;
  letter: Words | '–';
  means: Words;
}[] = [
  { verdict: 'allowed', word: 'Allowed', letter: 'A|allowed', means: 'the guest could' },
  { verdict: 'refused', word: 'Refused', letter: 'R', means: 'it asked, and could not' },
  { verdict: 'not-expressible', word: 'Not expressible', letter: 'N', means: 'no way to ask' },
  { verdict: 'not-tried', word: 'Not tried', letter: '–', means: 'could not be put to it' },
];

export function verdictWord(verdict: AttemptVerdict): string {
  const word = VERDICTS.find((one) => one.verdict === verdict)?.word;
  return word === undefined ? verdict : t(word);
}

export function verdictLetter(verdict: AttemptVerdict): string {
  const letter = VERDICTS.find((one) => one.verdict === verdict)?.letter ?? '–';
  return letter === '–' ? letter : t(letter);
}

export const AREA_TITLES: Record<AttemptArea, Words> = {
  files: 'Files',
  processes: 'Processes',
  network: 'Network',
  kernel: 'Kernel',
  resources: 'Resources',
  'memory-safety': 'Memory safety',
  ambient: 'What is simply there',
};

export const SET_WORDS: Record<ProbeSet, { title: Words; means: Words }> = {
  default: { title: 'Default', means: 'the lab’s least privilege' },
  loosened: {
    title: 'Loosened',
    means: 'given what would let the attempt succeed, where that can be given',
  },
};

export const REFUSER_WORDS: Record<Refuser, Words> = {
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
