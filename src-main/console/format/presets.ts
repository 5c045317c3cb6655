import { formatDuration } from '../../contract/index.js';
import type { PresetResult, PresetVerdict, PresetsReport } from '../../contract/index.js';
import { describeMachine } from './conformance.js';
import { escapeMarkdown, markdownTable } from '../../export/text/markdown.js';
import { formatTable } from './table.js';

const WORDS: Record<PresetVerdict, string> = {
  agrees: 'agrees',
  deviates: 'deviates',
  'not-comparable': 'not comparable',
};

/** A row for each published figure. */
export function formatPresets({ presets, durationMs }: PresetsReport): string {
  const rows = presets.flatMap((preset) =>
    preset.figures.map((figure, at) => [
      at === 0 ? preset.id : '',
      figure.what,
      figure.theirs,
      figure.ours ?? '',
      WORDS[figure.verdict],
    ]),
  );
  const table = formatTable(['preset', 'figure', 'published', 'ours', 'verdict'], rows, new Set());
  return `${table}\nTook ${formatDuration(durationMs)}; why, and what differs, with --markdown or --json.\n`;
}

/** Generated, so that nobody edits what came out. */
export function presetsMarkdown(report: PresetsReport, command: string): string {
  const { presets, environment, startedAtIso, durationMs } = report;
  return [
    '# Published comparisons, repeated here',
    '',
    `Generated on ${startedAtIso.slice(0, 10)} by \`${command}\` in ${formatDuration(durationMs)}; do not edit.`,
    'Figures are those published, as ratios: times of two machines cannot be compared. Ours agrees where its 95 % interval',
    'reaches into the range that the figure allows, which is a factor of 2 unless said otherwise. Programs and machines are not theirs: a',
    'figure that deviates is a reason to look, not a mistake of either.',
    '',
    ...markdownTable(
      ['preset', 'source', 'verdict'],
      presets.map(({ id, source, verdict }) => [
        `[${id}](#${id})`,
        escapeMarkdown(source),
        WORDS[verdict],
      ]),
    ),
    '',
    ...presets.flatMap(section),
    '## Where',
    '',
    describeMachine(environment),
    '',
  ].join('\n');
}

function section({ id, theirs, ours, differences, figures }: PresetResult): string[] {
  return [
    `## ${id}`,
    '',
    `- Theirs: ${escapeMarkdown(theirs)}.`,
    ...(ours === undefined ? [] : [`- Ours: ${ours}.`]),
    ...differences.map((text) => `- ${escapeMarkdown(text)}`),
    '',
    ...markdownTable(
      ['figure', 'published', 'ours', 'verdict', 'why'],
      figures.map(({ what, theirs: published, ours: own, verdict, why }) => [
        what,
        escapeMarkdown(published),
        escapeMarkdown(own ?? ''),
        WORDS[verdict],
        escapeMarkdown(why),
      ]),
    ),
    '',
  ];
}
