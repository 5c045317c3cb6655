import type { PhaseName, PhasePart, StartMark } from '../../src-main/contract/index.js';
import { t } from '../i18n/index.js';
import type { Words } from '../i18n/index.js';

const NAMES: Record<PhaseName, Words> = {
  create: 'create',
  start: 'start',
  spawn: 'spawn',
  load: 'load',
  compile: 'compile',
  instantiate: 'instantiate',
  main: 'main',
  exit: 'exit',
};

/** What a phase of a run is called. */
export function phaseName(name: PhaseName): string {
  return t(NAMES[name]);
}

const MARKS: Record<StartMark, Words> = {
  asked: 'start asked for',
  bundle: 'bundle written',
  runtime: 'OCI runtime begun',
  cgroup: 'cgroup made',
  created: 'namespaces and root made',
  program: 'program begun',
  seen: 'seen to run',
};

/** A line for a part of a phase: `cgroup made → program begun: 12 ms`. */
export function partText({ from, to }: Pick<PhasePart, 'from' | 'to'>, time: string): string {
  return `${t(MARKS[from])} → ${t(MARKS[to])}: ${time}`;
}
