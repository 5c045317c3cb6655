import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../../src-main/contract/index.js';
import {
  median,
  medianWithInterval,
  quantile,
} from '../../../src-main/experiments/statistics/index.js';
import type { Estimate } from '../../../src-main/experiments/statistics/index.js';

/** Raw values of one side of a comparison. */
export interface Contender {
  name: string;
  unit: string;
  raw: number[];
}

export interface Ratio extends Estimate {
  of: string;
  to: string;
}

export interface Goal {
  goal: string;
  measured: string;
  met: boolean;
}

export interface BenchResult {
  bench: string;
  question: string;
  /** How it was measured, a sentence each. */
  plan: string[];
  contenders: Contender[];
  ratios: Ratio[];
  goals: Goal[];
  warnings: string[];
  environment: Environment & {
    /** Of the benchmark's processes; below 0 they went before others. */
    priority: number;
    /** Of the real-time class that it ran in (sched(7)); absent: it ran as programs usually do. */
    realTimePriority?: number;
    versions: Record<string, string>;
    loadAverage: number[];
  };
}

/** Writes `NAME.json` and `NAME.md`, and prints the latter. */
export function writeReport(folder: string, result: BenchResult, command: string): void {
  const recordedAt = new Date().toISOString();
  const contenders = result.contenders.map((contender) => ({
    ...contender,
    median: median(contender.raw),
    p5: quantile(contender.raw, 0.05),
    p95: quantile(contender.raw, 0.95),
    ci95: medianWithInterval(contender.raw).ci95,
  }));
  const document = { ...result, contenders, command, recordedAt };
  const markdown = toMarkdown(result, command, recordedAt);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.bench}.json`), `${JSON.stringify(document, null, 1)}\n`);
  writeFileSync(join(folder, `${result.bench}.md`), markdown);
  console.log(markdown);
}

function toMarkdown(result: BenchResult, command: string, recordedAt: string): string {
  const { versions, loadAverage, ...machine } = result.environment;
  return [
    `# ${result.bench}`,
    '',
    result.question,
    '',
    ...result.goals.map(
      ({ goal, measured, met }) => `- ${goal}: **${met ? 'met' : 'missed'}** (${measured})`,
    ),
    ...result.warnings.map((warning) => `- Warning: ${warning}`),
    '',
    ...table(
      ['contender', 'n', 'median', '95 % interval', 'p5', 'p95', 'unit'],
      result.contenders.map(row),
    ),
    '',
    ...table(
      ['ratio of medians', 'value', '95 % interval'],
      result.ratios.map(({ of, to, value, ci95 }) => [
        `${of} / ${to}`,
        short(value),
        interval(ci95),
      ]),
    ),
    '',
    '## How',
    '',
    ...result.plan.map((sentence) => `- ${sentence}`),
    '',
    '## Where and when',
    '',
    `- \`${command}\`, ${recordedAt}`,
    ...Object.entries({
      ...machine,
      ...versions,
      loadAverage: loadAverage.map(short).join(' '),
    }).map(([name, value]) => `- ${name}: ${String(value)}`),
    '',
  ].join('\n');
}

function row({ name, unit, raw }: Contender): string[] {
  const { value, ci95 } = medianWithInterval(raw);
  const [p5, p95] = [quantile(raw, 0.05), quantile(raw, 0.95)];
  return [name, String(raw.length), short(value), interval(ci95), short(p5), short(p95), unit];
}

/** In Markdown. */
export function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const interval = ([low, high]: [number, number]) => `${short(low)} – ${short(high)}`;

/** Three significant digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
