import type { AttemptResult, IsolationMatrix, ProbeSet } from '../../contract/index.js';
import { describeMachine } from './conformance.js';
import { escapeMarkdown, markdownTable } from '../../export/text/markdown.js';
import {
  VERDICT_LEGEND,
  VERDICT_WORDS,
  cellAt,
  cellsOf,
  describeDifference,
  differsIn,
  wasmDifferences,
} from './matrix-cells.js';
import type { Difference } from './matrix-cells.js';
import { tried } from './matrix.js';

const SET_TITLES: Readonly<Record<ProbeSet, string>> = {
  default: 'With the least that a run has',
  loosened: 'With everything given that can be given',
};

/** The document of docs/isolation.md: generated, so that nobody edits what a machine found. */
export function matrixMarkdown(matrix: IsolationMatrix, command: string): string {
  const differences = wasmDifferences(matrix);
  return [
    '# Isolation: what a guest can do, tried',
    '',
    `Generated on ${matrix.startedAtIso.slice(0, 10)} by \`${command}\`; do not edit. A cell is a run of the`,
    'twin `probe`, whose target is a file, a process, a port or a socket of the lab’s own',
    '([decision 10](decisions/0010-isolation-by-question.md)). Two kinds of cells share one run: what the module itself',
    'says that it cannot ask for, in all Wasm runtimes; and what would be the very same run in both sets.',
    '',
    ...VERDICT_LEGEND.map(([word, meaning]) => `- **${word}**: ${meaning}.`),
    ...(differences.length === 0
      ? []
      : ['- **!** before an attempt: the Wasm runtimes do not agree.']),
    '',
    ...matrix.sets.flatMap((set) => section(matrix, set, differences)),
    ...differencesOf(differences),
    ...refusalsOf(matrix),
    ...runtimesOf(matrix),
  ].join('\n');
}

function section(
  matrix: IsolationMatrix,
  set: ProbeSet,
  differences: readonly Difference[],
): string[] {
  const cells = cellsOf(matrix);
  const ids = matrix.runtimes.map(({ id }) => id);
  const rows = matrix.attempts.map(({ id: attempt }) => [
    `${differsIn(differences, set, attempt) ? '**!** ' : ''}\`${attempt}\``,
    ...ids.map((runtime) => {
      const cell = cellAt(cells, runtime, set, attempt);
      return cell === undefined ? '' : cellText(cell);
    }),
  ]);
  const header = ['attempt', ...ids.map((id) => `\`${id}\``)];
  return [`## ${SET_TITLES[set]} (\`${set}\`)`, '', ...markdownTable(header, rows), ''];
}

function cellText({ verdict }: AttemptResult): string {
  const word = VERDICT_WORDS[verdict];
  return verdict === 'allowed' ? `**${word}**` : word;
}

function differencesOf(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  return [
    '## Where Wasm runtimes differ',
    '',
    ...differences.map(
      (one) => `- \`${one.attempt}\` (${one.set}): ${escapeMarkdown(describeDifference(one))}.`,
    ),
    '',
  ];
}

/** Each sentence once, with all the runtimes that it is true of. */
function refusalsOf(matrix: IsolationMatrix): string[] {
  return [
    '## What came of each, and who refused',
    '',
    ...matrix.attempts.flatMap(({ id, title }) => {
      const results = matrix.results.filter(({ attempt }) => attempt === id);
      return [`### ${title} (\`${id}\`)`, '', ...saidOf(results, title), ''];
    }),
  ];
}

function saidOf(results: readonly AttemptResult[], title: string): string[] {
  const groups = new Map<string, string[]>();
  for (const { says, runtime, set } of results) {
    const said = says.startsWith(`${title}: `) ? says.slice(title.length + 2) : says;
    groups.set(said, [...(groups.get(said) ?? []), `${runtime} (${set})`]);
  }
  return [...groups].map(([said, where]) => `- ${escapeMarkdown(said)} ${whereText(where)}`);
}

/** Both sets of one runtime are named once. */
function whereText(where: readonly string[]): string {
  const ids = [...new Set(where.map((one) => one.split(' ')[0] ?? one))];
  return ids
    .map((id) => {
      const sets = where.filter((one) => one.startsWith(`${id} `));
      return sets.length > 1 ? `\`${id}\`` : `\`${id}\`${(sets[0] ?? '').slice(id.length)}`;
    })
    .join(', ');
}

function runtimesOf(matrix: IsolationMatrix): string[] {
  return [
    '## The runtimes',
    '',
    ...markdownTable(
      ['runtime', 'name', 'version'],
      matrix.runtimes.map(({ id, name, version }) => [`\`${id}\``, name, version ?? '']),
    ),
    '',
    ...matrix.warnings.map(({ message, hint }) => `${escapeMarkdown(`${message} ${hint}`)}\n`),
    `${tried(matrix)} On ${describeMachine(matrix.environment)}`,
    '',
  ];
}
