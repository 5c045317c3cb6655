import { formatDuration } from '../../contract/index.js';
import type { ClaimResult, ClaimsReport, Language } from '../../contract/index.js';
import { VERDICT_WORDS, infoOf } from '../../experiments/claims/index.js';

/** A paragraph for each claim: what it says, the verdict, why. */
export function formatClaims(
  { claims, durationMs, isPartial }: ClaimsReport,
  language: Language,
): string {
  const paragraphs = claims.map((result) => {
    const { section, claim } = infoOf(result);
    const caveat = result.caveat === undefined ? '' : ` ${result.caveat}`;
    return `${result.id.padEnd(4)} ${VERDICT_WORDS[result.verdict].toUpperCase()} (${section})\n     ${claim[language]}\n     ${result.why}${caveat}\n${recordsOf(result)}`;
  });
  const counts = Object.entries(VERDICT_WORDS).map(
    ([verdict, words]) =>
      `${words}: ${String(claims.filter((one) => one.verdict === verdict).length)}`,
  );
  const ended = isPartial ? 'Stopped before its end, after' : 'Took';
  return `${paragraphs.join('\n')}\n${counts.join(', ')}.\n${ended} ${formatDuration(durationMs)}; the evidence with --markdown or --json.\n`;
}

function recordsOf({ recordIds }: ClaimResult): string {
  return recordIds.length === 0 ? '' : `     Records: ${recordIds.join(', ')}\n`;
}
