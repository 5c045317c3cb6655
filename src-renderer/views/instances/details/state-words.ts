import type { Instance } from '../../../../src-main/contract/index.js';

export type StateTone = 'good' | 'limit' | 'harm' | 'quiet';

/** The state in words and its tone: never colour alone. */
export function stateWords(instance: Instance): { text: string; tone: StateTone } {
  const { state, health, exitCode } = instance;
  switch (state) {
    case 'running':
      if (health === 'unhealthy') return { text: 'Running, unhealthy', tone: 'harm' };
      if (health === 'starting') return { text: 'Running, health not known yet', tone: 'limit' };
      return { text: health === 'healthy' ? 'Running, healthy' : 'Running', tone: 'good' };
    case 'paused':
      return { text: 'Paused', tone: 'limit' };
    case 'restarting':
      return { text: 'Restarting', tone: 'limit' };
    case 'removing':
      return { text: 'Being removed', tone: 'limit' };
    case 'dead':
      return { text: 'Dead', tone: 'harm' };
    case 'created':
      return { text: 'Created, never started', tone: 'quiet' };
    case 'exited':
      return exitCode === undefined
        ? { text: 'Exited', tone: 'quiet' }
        : { text: `Exited, code ${String(exitCode)}`, tone: exitCode === 0 ? 'quiet' : 'harm' };
  }
}
