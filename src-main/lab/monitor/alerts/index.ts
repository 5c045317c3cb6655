import type { AlertRuleName, AlertRules } from '../../../contract/index.js';
import { linearNearMaximum } from './linear-near-maximum.js';
import { memoryAbove } from './memory-above.js';
import { oomKill } from './oom-kill.js';
import { restartLoop } from './restart-loop.js';
import type { Rule } from './rule.js';

export type { Rule, Verdict } from './rule.js';

/** A fresh set for one instance; a new rule is one file and one line here. */
export function makeRules(rules: () => AlertRules): [AlertRuleName, Rule][] {
  return [
    ['memoryAbove', memoryAbove(() => rules().memoryAbove)],
    ['oomKill', oomKill(() => rules().oomKill)],
    ['restartLoop', restartLoop(() => rules().restartLoop)],
    ['linearNearMaximum', linearNearMaximum(() => rules().linearNearMaximum)],
  ];
}
