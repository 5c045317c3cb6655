import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { npm } from '../../../scripts/lib/tools.mjs';
import { CHECKOUT } from './paths.js';

export interface Started {
  /** The first match of `pattern` in what it prints; rejects when it ends without one. */
  prints(pattern: RegExp): Promise<string>;
  /** Everything printed so far, stdout and stderr. */
  output(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Ends it as Ctrl+C does; resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** `npm start` as somebody types it in the checkout. A variable that is undefined is unset. */
export function npmStart(args: string[], env: Record<string, string | undefined> = {}): Started {
  const [program = '', ...first] = npm();
  const child = spawn(program, [...first, 'start', '--', ...args], {
    cwd: CHECKOUT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    output: () => output,
    ended,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found !== null) resolve(found[1] ?? found[0]);
        };
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
        void ended.then(() =>
          reject(new Error(`npm start ended without ${String(pattern)}:\n${output}`)),
        );
        look();
      }),
    interrupt: () => {
      // A terminal sends it to all of them at once.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      return ended;
    },
  };
}
