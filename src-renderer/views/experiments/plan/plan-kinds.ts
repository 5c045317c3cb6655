import type { ExperimentName } from '../../../../src-main/contract/index.js';
import type { Words } from '../../../i18n/index.js';
import { readCount, readCpus, readSize, readTime } from '../../../text/read-fields.js';
import type { Read } from '../../../text/read-fields.js';

/** A field that not every plan has; empty is what the lab takes by itself, or no limit. */
interface OwnFieldKind {
  label: Words;
  read: (text: string) => Read<number | undefined>;
}

export const OWN_FIELDS = {
  toBytes: { label: 'Grow to', read: readSize },
  stepBytes: { label: 'By steps of', read: readSize },
  instances: { label: 'Instances', read: readCount },
  holdBytes: { label: 'Each holds', read: readSize },
  leaveFreeBytes: { label: 'Leave free', read: readSize },
} satisfies Record<string, OwnFieldKind>;
export type OwnField = keyof typeof OWN_FIELDS;

const MOST_TIME_MS = 86_400_000;
export const LIMIT_FIELDS = {
  memoryBytes: { label: 'Memory', read: readSize },
  cpus: { label: 'CPU', read: readCpus },
  timeoutMs: {
    label: 'Time',
    read: (text) => readTime(text, 1, MOST_TIME_MS, '1 ms and 24 h'),
  },
  fuel: { label: 'Fuel', read: readCount },
  pids: { label: 'Processes', read: readCount },
} satisfies Record<string, OwnFieldKind>;
export type LimitField = keyof typeof LIMIT_FIELDS;

/** What the form shows for one experiment. */
export interface PlanKind {
  help: Words;
  runs: string;
  warmUps: string;
  /** As they are at first. */
  own: Partial<Record<OwnField, string>>;
  /** Those that it makes sense to set, and what an empty field means. */
  limits: Partial<Record<LimitField, string>>;
  /** Where a program of the user's own may run in place of this twin. */
  twin?: string;
}

/** Of an empty field. */
export const NO_LIMIT: Words = 'no limit';
/** A program of the user's own may never end. */
const NO_TIME = { timeoutMs: NO_LIMIT };
const NONE = { memoryBytes: NO_LIMIT, cpus: NO_LIMIT };

/** In the order of the choice; a new experiment is a line in words.ts, and one here. */
export const PLAN_KINDS: Record<ExperimentName, PlanKind> = {
  startup: {
    help: 'How long each takes to start the same program, from the request to its end.',
    ...{ runs: '30', warmUps: '2', own: {}, limits: { ...NONE, ...NO_TIME }, twin: 'hello' },
  },
  memory: {
    help: 'How memory grows with what the guest asks for, by every definition, and what happens at the limit.',
    ...{ runs: '6', warmUps: '1', own: { toBytes: '128 MiB', stepBytes: '8 MiB' } },
    limits: NONE,
  },
  speed: {
    help: 'How long the same computing takes: seven kernels, with one result everywhere.',
    ...{ runs: '6', warmUps: '0', own: {}, limits: NONE },
  },
  density: {
    help: 'What one more idle instance costs while there are more and more.',
    ...{ runs: '3', warmUps: '0' },
    own: { instances: '20', holdBytes: '1 MiB', leaveFreeBytes: '1 GiB' },
    limits: {},
  },
  portability: {
    help: 'Whether one file prints the same everywhere, on what it runs, and how large it is.',
    ...{ runs: '3', warmUps: '0', own: {}, limits: NO_TIME, twin: 'sum' },
  },
  limits: {
    help: 'What each limit does: who holds it, how late and how exact.',
    ...{ runs: '6', warmUps: '0', own: {} },
    limits: {
      ...{ timeoutMs: '1 s', memoryBytes: '64 MiB', cpus: '0.5', pids: '8' },
      fuel: '100 000 000',
    },
  },
};
