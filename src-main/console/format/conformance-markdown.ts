import { describeMachine, LEGEND, remarkOf, resultOf, wordOf } from './conformance.js';
import type { ConformanceReport } from './conformance.js';
import { escapeMarkdown, markdownTable } from '../../export/text/markdown.js';

/** The document of docs/conformance.md: generated, so that nobody edits what a machine found. */
export function conformanceMarkdown(report: ConformanceReport): string {
  const remarks = new Remarks();
  const table = tableOf(report, remarks);
  return [
    '# Conformance: what every runtime does with the same questions',
    '',
    `Generated on ${report.ranAt.slice(0, 10)} by \`${report.command}\`; do not edit. What a case means and how a`,
    'difference is recorded: [decision 7](decisions/0007-conformance.md).',
    '',
    ...table,
    '',
    ...LEGEND.map(([word, meaning]) => `- **${word}**: ${meaning}.`),
    '',
    ...remarks.lines(),
    '## The cases',
    '',
    ...report.cases.map(({ id, title }) => `- \`${id}\`: ${title}`),
    '',
    '## The runtimes',
    '',
    ...markdownTable(
      ['runtime', 'version', 'mode'],
      report.runtimes.map(({ id, version, mode }) => [`\`${id}\``, version ?? '', mode ?? '']),
    ),
    '',
    `On ${describeMachine(report.environment)}`,
    '',
  ].join('\n');
}

function tableOf(report: ConformanceReport, remarks: Remarks): string[] {
  const ids = report.runtimes.map(({ id }) => id);
  return markdownTable(
    ['case', ...ids.map((id) => `\`${id}\``)],
    report.cases.map((one) => [
      `\`${one.id}\``,
      ...ids.map((id) => {
        const result = resultOf(report, id, one.id);
        const remark = result === undefined ? undefined : remarkOf(result);
        const number = remark === undefined ? '' : ` [${remarks.numberOf(remark)}](#remarks)`;
        return `${wordOf(result)}${number}`;
      }),
    ]),
  );
}

/** The same remark of several runtimes stands once. */
class Remarks {
  readonly #texts: string[] = [];

  numberOf(text: string): number {
    const known = this.#texts.indexOf(text);
    return known >= 0 ? known + 1 : this.#texts.push(text);
  }

  lines(): string[] {
    if (this.#texts.length === 0) return [];
    return [
      '## Remarks',
      '',
      ...this.#texts.map((text, at) => `${at + 1}. ${escapeMarkdown(text)}`),
      '',
    ];
  }
}
