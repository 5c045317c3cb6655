import type { Environment, RuntimeInfo } from '../../contract/index.js';
import { CASES } from '../../experiments/conformance/index.js';
import type { CaseResult } from '../../experiments/conformance/index.js';
import { describeMachine } from '../../export/text/machine.js';
import { printable } from '../streams.js';
import { formatTable } from './table.js';

export { describeMachine };

/** `conformance --json`: everything that the table shows. */
export interface ConformanceReport {
  ranAt: string;
  command: string;
  environment: Environment;
  runtimes: Pick<RuntimeInfo, 'id' | 'kind' | 'name' | 'version' | 'mode'>[];
  cases: { id: string; title: string }[];
  results: CaseResult[];
}

export const LEGEND: readonly [word: string, meaning: string][] = [
  ['pass', 'it did what the case asks'],
  ['refused', 'it said beforehand that it cannot do this: an honest no'],
  ['known', 'it differs, and the reason is on record'],
  ['DIFFERS', 'it differs, and nobody has recorded why'],
  ['GONE', 'a difference is on record, but it did not show'],
  ['n/a', 'the question makes no sense for this kind of runtime'],
];

export function conformanceReport(
  runtimes: readonly RuntimeInfo[],
  results: CaseResult[],
  environment: Environment,
  command: string,
): ConformanceReport {
  return {
    ranAt: new Date().toISOString(),
    command,
    environment,
    runtimes: runtimes.map(({ id, kind, name, version, mode }) => ({
      id,
      kind,
      name,
      ...(version === undefined ? {} : { version }),
      ...(mode === undefined ? {} : { mode }),
    })),
    cases: CASES.map(({ id, title }) => ({ id, title })),
    results,
  };
}

/** One word a cell; empty when the case was not run. */
export function wordOf(result: CaseResult | undefined): string {
  if (result === undefined) return '';
  if (result.noLongerDiffers === true) return 'GONE';
  if (result.result === 'differs') return result.why === undefined ? 'DIFFERS' : 'known';
  return result.result === 'not-applicable' ? 'n/a' : result.result;
}

export function resultOf(
  { results }: ConformanceReport,
  runtime: string,
  caseId: string,
): CaseResult | undefined {
  return results.find((one) => one.runtime === runtime && one.case === caseId);
}

/** What a reader must be told of a cell, as a sentence; undefined for a pass and for n/a. */
export function remarkOf(result: CaseResult): string | undefined {
  const { how, why } = result;
  if (result.noLongerDiffers === true) {
    return 'The recorded difference did not show: take it out of known-differences.ts.';
  }
  if (result.result === 'pass' || result.result === 'not-applicable') return undefined;
  const said = impersonal(result.runtime, (how ?? '').replace(/\s+/g, ' ').trim());
  return why === undefined ? said : `${said} ${why}`;
}

/** `Wasmtime aot (wasmtime:aot) cannot …` is `It cannot …`: the column says who. */
function impersonal(runtime: string, said: string): string {
  const who = said.indexOf(`(${runtime}) `);
  return who < 0 ? said : `It ${said.slice(who + runtime.length + 3)}`;
}

/** A row a case, a column a runtime; then the legend, every remark, and what it was run on. */
export function formatConformance(report: ConformanceReport): string {
  const ids = report.runtimes.map(({ id }) => id);
  const rows = report.cases.map((one) => [
    one.id,
    ...ids.map((id) => wordOf(resultOf(report, id, one.id))),
  ]);
  const remarks = report.results.flatMap((result) => {
    const remark = remarkOf(result);
    return remark === undefined
      ? []
      : [`${result.runtime}: ${result.case}: ${wordOf(result)}: ${printable(remark)}\n`];
  });
  return [
    formatTable(['CASE', ...ids], rows),
    '\n',
    ...LEGEND.map(([word, meaning]) => `${word.padEnd(8)} ${meaning}\n`),
    remarks.length === 0 ? '' : '\n',
    ...remarks,
    `\n${describeMachine(report.environment)}\n`,
  ].join('');
}
