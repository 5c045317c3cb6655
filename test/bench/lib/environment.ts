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
    ...realTime(),
    versions: { node: process.version, ...(Object.fromEntries(versions) as object) },
    loadAverage: loadavg(),
  };
}

/** Where it runs before all that is not so, whatever the load: fields 40 and 41 of /proc/PID/stat, sched(7). */
function realTime(): { realTimePriority?: number } {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const [priority = 0, policy = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(37, 39)
    .map(Number);
  return policy === 0 ? {} : { realTimePriority: priority };
}

/** A machine that does something else at the same time gives wide intervals: the reader should know. */
export function loadWarnings(environment: BenchResult['environment'], ownLoad: number): string[] {
  const [lastMinute = 0] = environment.loadAverage;
  if (lastMinute <= ownLoad + 0.5) return [];
  return [
    `the machine was busy (load ${lastMinute.toFixed(1)} on ${String(environment.cores)} cores): measure again on a quiet one`,
  ];
}
