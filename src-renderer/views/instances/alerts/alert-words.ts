import type { AlertRuleName } from '../../../../src-main/contract/index.js';
import type { Words } from '../../../i18n/index.js';

/** A rule's name, as a title. */
export const RULE_WORDS: Record<AlertRuleName, Words> = {
  memoryAbove: 'Memory near its limit',
  oomKill: 'OOM kill',
  restartLoop: 'Restart loop',
  linearNearMaximum: 'Linear memory near its maximum',
};
