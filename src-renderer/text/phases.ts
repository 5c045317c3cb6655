import type { PhaseName } from '../../src-main/contract/index.js';
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
