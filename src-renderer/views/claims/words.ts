import type {
  ClaimEvidence,
  Language,
  ClaimNeed,
  ClaimsStatus,
  ClaimVerdict,
  ClaimView,
} from '../../../src-main/contract/index.js';
import { language, said, t } from '../../i18n/index.js';
import type { Source, Words } from '../../i18n/index.js';
import { list } from '../../text/format.js';

/** What stands in the place of a verdict. */
export type ClaimState = ClaimVerdict | 'not-tested' | 'waits' | 'under-way';

export const STATE_WORDS: Record<ClaimState, Words> = {
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

export const TALLY_WORDS = {
  holds: '{{count}} holds',
  'holds-with-caveat': '{{count}} with a caveat',
  'does-not-hold': '{{count}} does not hold',
  'could-not-be-tested': '{{count}} cannot be tested here',
} as const satisfies Record<ClaimVerdict, Source>;

export const LANGUAGE_WORDS: Record<Language, string> = {
  en: 'English',
  'pt-BR': 'Português',
};

export const NEED_WORDS: Record<ClaimNeed, Words> = {
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

export const SPEAKS_WORDS: Record<ClaimEvidence['speaks'], Words> = {
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

/** Day before month, and 24 hours, in both. */
export const dateLocale = (): string => (language() === 'en' ? 'en-GB' : language());

/** `14:03` of today, else `25 Nov`: a narrow column. */
export function dayOrTime(iso: string, now = new Date()): string {
  const at = new Date(iso);
  return at.toDateString() === now.toDateString()
    ? at.toLocaleTimeString(dateLocale(), { hour: '2-digit', minute: '2-digit' })
    : at
        .toLocaleDateString(dateLocale(), { day: 'numeric', month: 'short' })
        .replace(/ de |\.$/g, (part) => (part === '.' ? '' : ' '));
}

/** As coarse as an estimate is: `about 20 s`, `about 4 min`. */
export function aboutText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 10) return t('about {{seconds}} s', { seconds });
  return seconds < 90
    ? t('about {{seconds}} s', { seconds: 5 * Math.round(seconds / 5) })
    : t('about {{minutes}} min', { minutes: Math.round(seconds / 60) });
}

/** `Startup experiment, 12 of 160; for P16, P17 and P19`. */
export function nowText({ current }: ClaimsStatus): string {
  if (current === undefined) return t('Begins…');
  const { what, of, done, total } = current;
  const known = { what: t(NEED_WORDS[what]), claims: list(of) };
  return done === undefined || total === undefined
    ? t('{{what}}; for {{claims}}', known)
    : t('{{what}}, {{done}} of {{total}}; for {{claims}}', { ...known, done, total });
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
  if (missing !== undefined) return said(missing);
  const time = takesMs === undefined ? t('nothing has to be run') : aboutText(takesMs);
  return id === 'P20'
    ? t('Judged of the others: tests all of them, {{time}}', { time })
    : t('Tests it here, {{time}}', { time });
}
