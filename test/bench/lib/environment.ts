import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getPriority, loadavg } from 'node:os';
import { readEnvironment } from '../../../src-main/metrics/index.js';
import { at } from './paths.js';
import type { BenchResult } from './report.js';

/** What every result carries, with the first line that each of `commands` answers to its question. */
export async function benchEnvironment(
  commands: Record<string, string[]>,
): Promise<BenchResult['environment']> {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
  const versions = Object.entries(commands).map(([name, [program = '', ...args]]) => {
    const answer = execFileSync(program, args, { encoding: 'utf8' });
    return [name, answer.split('\n')[0] ?? ''];
  });
  return {
    ...(await readEnvironment(version)),
    priority: getPriority(),
    versions: { node: process.version, ...(Object.fromEntries(versions) as object) },
    loadAverage: loadavg(),
  };
}

/** A machine that does something else at the same time gives wide intervals: the reader should know. */
export function loadWarnings(environment: BenchResult['environment'], ownLoad: number): string[] {
  const [lastMinute = 0] = environment.loadAverage;
  if (lastMinute <= ownLoad + 0.5) return [];
  return [
    `the machine was busy (load ${lastMinute.toFixed(1)} on ${String(environment.cores)} cores): measure again on a quiet one`,
  ];
}
