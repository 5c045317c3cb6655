import type { Instance } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';

export type StateTone = 'good' | 'limit' | 'harm' | 'quiet';

/** The state in words and its tone: never colour alone. */
export function stateWords(instance: Instance): { text: string; tone: StateTone } {
  const { state, health, exitCode } = instance;
  switch (state) {
    case 'running':
      if (health === 'unhealthy') return { text: t('Running, unhealthy'), tone: 'harm' };
      if (health === 'starting') return { text: t('Running, health not known yet'), tone: 'limit' };
      return { text: health === 'healthy' ? t('Running, healthy') : t('Running'), tone: 'good' };
    case 'paused':
      return { text: t('Paused'), tone: 'limit' };
    case 'restarting':
      return { text: t('Restarting'), tone: 'limit' };
    case 'removing':
      return { text: t('Being removed'), tone: 'limit' };
    case 'dead':
      return { text: t('Dead'), tone: 'harm' };
    case 'created':
      return { text: t('Created, never started'), tone: 'quiet' };
    case 'exited':
      return exitCode === undefined
        ? { text: t('Exited'), tone: 'quiet' }
        : {
            text: t('Exited, code {{code}}', { code: exitCode }),
            tone: exitCode === 0 ? 'quiet' : 'harm',
          };
  }
}
