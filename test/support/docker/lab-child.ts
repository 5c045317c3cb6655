import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ROOT } from '../paralelo.js';

/** `lab-process.ts`, built into `program`, with a container that runs: killed, it leaves that behind. */
export async function startLabChild(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ lab: ChildProcess; container: string }> {
  const lab = spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(lab, 'exit').then(([code]) => {
    throw new Error(`the lab ended by itself with ${String(code)}`);
  });
  const line = once(createInterface(lab.stdout), 'line');
  const [container] = (await Promise.race([line, died])) as [string];
  died.catch(() => undefined);
  return { lab, container };
}

export async function killNine(lab: ChildProcess): Promise<void> {
  const gone = once(lab, 'exit');
  lab.kill('SIGKILL');
  await gone;
}
