import type {
  ClaimEvidence,
  Language,
  ClaimNeed,
  ClaimsStatus,
  ClaimVerdict,
  ClaimView,
} from '../../../src-main/contract/index.js';
import { list } from '../../text/format.js';

/** What stands in the place of a verdict. */
export type ClaimState = ClaimVerdict | 'not-tested' | 'waits' | 'under-way';

export const STATE_WORDS: Record<ClaimState, string> = {
  holds: 'Holds',
  'holds-with-caveat': 'Holds with a caveat',
  'does-not-hold': 'Does not hold here',
  'could-not-be-tested': 'Cannot be tested here',
  'not-tested': 'Not tested yet',
  waits: 'Waits',
  'under-way': 'Under way',
};

export const VERDICTS: readonly ClaimVerdict[] = [
  ...(['holds', 'holds-with-caveat', 'does-not-hold', 'could-not-be-tested'] as const),
];

export const TALLY_WORDS: Record<ClaimVerdict, [one: string, many: string]> = {
  holds: ['holds', 'hold'],
  'holds-with-caveat': ['with a caveat', 'with a caveat'],
  'does-not-hold': ['does not hold', 'do not hold'],
  'could-not-be-tested': ['cannot be tested here', 'cannot be tested here'],
};

export const LANGUAGE_WORDS: Record<Language, string> = {
  en: 'English',
  'pt-BR': 'Português',
};

export const NEED_WORDS: Record<ClaimNeed, string> = {
  startup: 'Startup experiment',
  memory: 'Memory experiment',
  speed: 'Speed experiment',
  density: 'Density experiment',
  portability: 'Portability experiment',
  limits: 'Limits experiment',
  matrix: 'Attempts of a guest',
  probe: 'Imports of the twin probe',
  containers: 'Namespaces of a container',
  rootFiles: 'A file in a container’s root',
};

export const SPEAKS_WORDS: Record<ClaimEvidence['speaks'], string> = {
  for: 'speaks for it',
  against: 'speaks against it',
  beside: 'told beside it',
};

/** The verdict that there is, or will be, without running anything. */
export function verdictOf({ result, missing }: ClaimView): ClaimVerdict | undefined {
  return result?.verdict ?? (missing === undefined ? undefined : 'could-not-be-tested');
}

export function stateOf(
  claim: ClaimView,
  { isRunning, ids, done, current }: ClaimsStatus,
): ClaimState {
  const { id } = claim;
  if (!isRunning || !ids.includes(id) || done.includes(id)) return verdictOf(claim) ?? 'not-tested';
  // P20 is judged of the others: it waits for all of them.
  return current?.of.includes(id) === true ? 'under-way' : 'waits';
}

/** `14:03` of today, else `25 Nov`: a narrow column. */
export function dayOrTime(iso: string, now = new Date()): string {
  const at = new Date(iso);
  return at.toDateString() === now.toDateString()
    ? at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

/** As coarse as an estimate is: `about 20 s`, `about 4 min`. */
export function aboutText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 10) return `about ${String(seconds)} s`;
  return seconds < 90
    ? `about ${String(5 * Math.round(seconds / 5))} s`
    : `about ${String(Math.round(seconds / 60))} min`;
}

/** `Startup experiment, 12 of 160; for P16, P17 and P19`. */
export function nowText({ current }: ClaimsStatus): string {
  if (current === undefined) return 'Begins…';
  const { what, of, done, total } = current;
  const far =
    done === undefined || total === undefined ? '' : `, ${String(done)} of ${String(total)}`;
  return `${NEED_WORDS[what]}${far}; for ${list(of)}`;
}

export interface EvidenceGroup {
  what: string;
  source: string;
  rows: readonly ClaimEvidence[];
}

/** What stands behind a verdict, each thing that was looked at once. */
export function groupsOf(evidence: readonly ClaimEvidence[]): EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup & { rows: ClaimEvidence[] }>();
  for (const one of evidence) {
    const key = `${one.what}\n${one.source}`;
    const group = groups.get(key) ?? { what: one.what, source: one.source, rows: [] };
    group.rows.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What running it means. */
export function runTip({ id, missing, takesMs }: ClaimView): string {
  if (missing !== undefined) return missing;
  const time = takesMs === undefined ? 'nothing has to be run' : aboutText(takesMs);
  return id === 'P20'
    ? `Judged of the others: tests all of them, ${time}`
    : `Tests it here, ${time}`;
}
