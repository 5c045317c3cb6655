import { formatDuration } from '../../contract/index.js';
import type {
  ClaimEvidence,
  ClaimInfo,
  Language,
  ClaimResult,
  ClaimsReport,
} from '../../contract/index.js';
import { VERDICT_WORDS, infoOf } from '../../experiments/claims/index.js';
import { describeMachine } from '../../export/text/machine.js';
import { escapeMarkdown, markdownTable } from '../../export/text/markdown.js';

const MOST_EVIDENCE = 40;

/** Generated, so that no verdict is written in by hand; `by` says what did: a command, or a view and its version. */
export function claimsMarkdown(
  { claims, environment, startedAtIso, durationMs }: ClaimsReport,
  language: Language,
  by: string,
): string {
  return [
    '# The paper’s claims, tested',
    '',
    `Generated on ${startedAtIso.slice(0, 10)} by ${by} in ${formatDuration(durationMs)}; do not edit.`,
    'A verdict is computed from the evidence by the rule that stands with it.',
    '',
    ...markdownTable(
      ['claim', 'section', 'says', 'verdict'],
      claims.map((result) => {
        const { section, claim } = infoOf(result);
        return [
          `[${result.id}](#${result.id.toLowerCase()})`,
          section,
          escapeMarkdown(claim[language]),
          VERDICT_WORDS[result.verdict],
        ];
      }),
    ),
    '',
    ...claims.flatMap((result) => sectionOf(result, infoOf(result), language)),
    '## Where',
    '',
    describeMachine(environment),
    '',
  ].join('\n');
}

function sectionOf(result: ClaimResult, info: ClaimInfo, language: Language): string[] {
  const { id, verdict, why, caveat, evidence, recordIds } = result;
  return [
    `## ${id}`,
    '',
    `> ${escapeMarkdown(info.claim[language])}`,
    '',
    `- **${VERDICT_WORDS[verdict]}**: ${escapeMarkdown(why)}${caveat === undefined ? '' : ` ${escapeMarkdown(caveat)}`}`,
    `- ${escapeMarkdown(info.test[language])}`,
    `- ${escapeMarkdown(info.rule[language])}`,
    ...(recordIds.length === 0
      ? []
      : [`- Records: ${recordIds.map((one) => `\`${one}\``).join(', ')}`]),
    '',
    ...evidenceTable(evidence),
  ];
}

function evidenceTable(evidence: readonly ClaimEvidence[]): string[] {
  if (evidence.length === 0) return [];
  const rows = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ of = '', what, value, speaks, source }) => [
      of === '' ? '' : `\`${of}\``,
      escapeMarkdown(what),
      escapeMarkdown(value),
      speaks,
      `\`${source}\``,
    ]);
  const more = evidence.length - rows.length;
  return [
    ...markdownTable(['of', 'what', 'seen', 'speaks', 'from'], rows),
    '',
    ...(more > 0 ? [`And ${String(more)} more, in the JSON.`, ''] : []),
  ];
}
