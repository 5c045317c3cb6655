import { spawn } from 'node:child_process';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type { ProcessCommand } from './lab-run.js';

/** The same command line from this very Node process, without anything of the lab: from the call until its exit is heard of. */
export async function bareNodeMs({ words, env, cwd }: ProcessCommand): Promise<number> {
  const [program = '', ...args] = words;
  const beganMs = monotonicMs();
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.resume();
  let endMs = 0;
  child.once('exit', () => (endMs = monotonicMs()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject);
  });
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return endMs - beganMs;
}
