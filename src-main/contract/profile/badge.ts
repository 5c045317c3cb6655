import type { IsolationFact } from './fact.js';

/** One word about the walls, for a row or a lane. */
export interface IsolationBadge {
  level: 'closed' | 'partly' | 'open';
  /** The labels of what is wider than it could be, the gravest first. */
  reasons: string[];
}

/** Any one of these, when loose, opens the host itself. */
const GRAVE: ReadonlySet<string> = new Set([
  'namespaces',
  'capabilities',
  'seccomp',
  'kernel-settings',
  'host-devices',
  'host-directories',
  'directories',
  'network',
]);

/** From the facts of a run or an instance; undefined where nothing is known. */
export function badgeOf(facts: readonly IsolationFact[]): IsolationBadge | undefined {
  if (facts.length === 0) return undefined;
  const loose = facts.filter(({ tone }) => tone === 'loose');
  const grave = loose.filter(({ id }) => GRAVE.has(id));
  const rest = loose.filter(({ id }) => !GRAVE.has(id));
  return {
    level: grave.length > 0 ? 'open' : loose.length > 0 ? 'partly' : 'closed',
    reasons: [...grave, ...rest].map(({ label }) => label),
  };
}
