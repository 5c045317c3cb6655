import type { Advice, ContainerProfile, GuestProfile } from '../../contract/index.js';
import { files } from './files.js';
import { guests } from './guests.js';
import { kernel } from './kernel.js';
import { limits } from './limits.js';
import { network } from './network.js';
import { privileges } from './privileges.js';
import type { AdviceRule, Said } from './rule.js';
import { unusedGrants } from './unused-grants.js';

export const ADVICE_RULES: readonly AdviceRule[] = [
  ...privileges,
  ...kernel,
  ...files,
  ...network,
  ...limits,
  ...guests,
  ...unusedGrants,
];

export interface AdviceParts {
  container?: ContainerProfile;
  guest?: GuestProfile;
}

const SEVERITIES: readonly Advice['severity'][] = ['grave', 'notable', 'minor'];

/** What to change, the gravest first; an `id` comes several times where several mounts or ports have the same flaw. */
export function adviceOf(parts: AdviceParts): Advice[] {
  return ADVICE_RULES.flatMap((rule) =>
    saidBy(rule, parts).map((said) => adviceFrom(rule, said)),
  ).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function saidBy(rule: AdviceRule, { container, guest }: AdviceParts): Said[] {
  if (rule.appliesTo === 'container') return container === undefined ? [] : rule.about(container);
  return guest === undefined ? [] : rule.about(guest);
}

function adviceFrom({ id, severity, against, benchmark }: AdviceRule, said: Said): Advice {
  return { id, severity, against, ...said, ...(benchmark === undefined ? {} : { benchmark }) };
}
