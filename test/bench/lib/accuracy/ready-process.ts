import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type { ProcessCommand } from './lab-run.js';

/** Says that it is there, waits for a line, and becomes the program: fd 4 is both ways. */
const SCRIPT = 'echo ready >&4; read -r go <&4; exec "$@" 4<&-';

/**
 * The same command line from this very Node process, but forked beforehand: a small shell waits, and from the word until
 * the exit only what hyperfine times is left: the program itself. No lab does this yet; it shows what the fork costs.
 */
export async function readyProcessMs({ words, env, cwd }: ProcessCommand): Promise<number> {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...words], {
    ...{ env, cwd },
    stdio: ['ignore', 'pipe', 'pipe', 'ignore', 'pipe'],
  });
  const control = child.stdio[4] as Duplex;
  control.on('error', () => undefined);
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  let endMs = 0;
  child.once('exit', () => (endMs = monotonicMs()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  await once(control, 'data');
  const beganMs = monotonicMs();
  control.write('go\n');
  const [code] = await closed;
  if (code !== 0) throw new Error(`${words[0] ?? ''} ended with ${String(code)}`);
  return endMs - beganMs;
}
