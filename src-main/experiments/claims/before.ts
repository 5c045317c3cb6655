import type { ClaimNeed, RuntimeInfo } from '../../contract/index.js';
import { missing } from './claim.js';
import type { Rule } from './claim.js';

const NO_ENGINE = missing('A container engine is needed, and none answers here.');
const NOTHING_HERE = missing('Nothing is here that runs a program.');

const ONLY_IN_CONTAINERS: readonly ClaimNeed[] = ['containers', 'rootFiles'];

/** What is known to be missing before anything is run; whether all is here, only the run can tell. */
export function missingBefore(
  { needs, before }: Pick<Rule, 'needs' | 'before'>,
  runtimes: readonly RuntimeInfo[],
): string | undefined {
  const here = runtimes.filter(({ available }) => available);
  const needed = needs.filter((what) => what !== 'probe');
  if (needed.length > 0 && here.length === 0) return NOTHING_HERE.missing;
  const hasContainer = here.some(({ kind }) => kind === 'container');
  if (!hasContainer && needed.some((what) => ONLY_IN_CONTAINERS.includes(what))) {
    return NO_ENGINE.missing;
  }
  return before?.(runtimes)?.missing;
}
