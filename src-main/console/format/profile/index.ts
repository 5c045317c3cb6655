import type { IsolationProfile } from '../../../contract/index.js';
import { formatAdvice, formatGaps } from './advice.js';
import { answersTable } from './answers.js';
import { containerSections } from './container.js';
import { guestSections } from './guest.js';
import { formatSections } from './section.js';
import { plain } from './text.js';

const [NARROWEST, WIDEST] = [60, 160];

/** First what they can do, side by side; then each one's mechanisms, what to change, and what is not known. */
export function formatProfiles(profiles: readonly IsolationProfile[], columns: number): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  const isProven = profiles.some(({ answers }) =>
    answers.some(({ proven }) => proven !== undefined),
  );
  const hint = isProven ? '' : '\nNothing is proven yet: `paralelo bench isolation` tries it.\n';
  return [
    answersTable(profiles, width),
    hint,
    ...profiles.map((one) => oneProfile(one, width)),
  ].join('');
}

function oneProfile(profile: IsolationProfile, width: number): string {
  const { name, container, guest, advice, gaps } = profile;
  const title = plain(name, width);
  return [
    `\n${title}\n${'='.repeat(Array.from(title).length)}\n`,
    formatAdvice(advice, width),
    formatGaps(gaps, width),
    formatSections(container === undefined ? [] : containerSections(container), width),
    formatSections(guest === undefined ? [] : guestSections(guest), width),
  ].join('');
}
