import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { meaningOf } from '../../../src-main/isolation/probes/index.js';
import type { Meaning } from '../../../src-main/isolation/probes/index.js';
import { ROOT } from '../paralelo.js';

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
const PROBE = join(
  ROOT,
  'resources/workloads/bin',
  `probe.linux-${ARCHITECTURES[process.arch] ?? process.arch}`,
);

/** One attempt of the native program, on the host itself. */
export async function tryNatively(attempt: string, ...values: string[]): Promise<Meaning> {
  return meaning(attempt, PROBE, ['try', attempt, ...values]);
}

/** The same with as much stack as it wants. */
export async function tryWithoutStackLimit(attempt: string): Promise<Meaning> {
  const script = `ulimit -s unlimited && exec '${PROBE}' try ${attempt}`;
  return meaning(attempt, '/bin/sh', ['-c', script]);
}

async function meaning(attempt: string, program: string, args: string[]): Promise<Meaning> {
  const { stdout, code, signal } = await ended(program, args);
  const outcome =
    signal === undefined
      ? { kind: 'exited' as const, code, reason: `Exited with code ${code}.` }
      : { kind: 'stopped' as const, signal, reason: `Ended by the signal ${signal}.` };
  return meaningOf(attempt, 'container', { stdout, outcome, enforcedBy: {}, phases: [] });
}

async function ended(
  program: string,
  args: string[],
): Promise<{ stdout: string; code: number; signal?: string }> {
  return new Promise((done) => {
    execFile(program, args, (error, stdout) => {
      const signal = error?.signal ?? undefined;
      const code = typeof error?.code === 'number' ? error.code : 0;
      done({ stdout, code, ...(signal === undefined ? {} : { signal }) });
    });
  });
}
