import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test as base } from '@playwright/test';
import { CHECKOUT, CLI } from './paths.js';

export interface RunningConsole {
  /** The printed link; it opens the page once. */
  url: string;
  origin: string;
  /** Ends it as Ctrl+C does, and waits until it is gone. */
  stop(): Promise<void>;
}

export interface ConsoleOptions {
  env?: Record<string, string>;
  port?: number;
}

/** Starts `paralelo serve` as a user does, and waits for its link. */
export async function startConsole(options: ConsoleOptions = {}): Promise<RunningConsole> {
  const [program, ...args] = CLI;
  const child = spawn(program, [...args, 'serve', '--json', '--port', String(options.port ?? 0)], {
    cwd: CHECKOUT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) => {
      throw new Error(`paralelo serve ended with ${String(code)}: ${complaints}`);
    }),
  ])) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    origin: new URL(url).origin,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** `served` is a console of the test's own; `startServed` starts as many as a test wants. */
export const test = base.extend<{
  startServed: (options?: ConsoleOptions) => Promise<RunningConsole>;
  served: RunningConsole;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures one wants from it
  startServed: async ({}, use) => {
    const all: RunningConsole[] = [];
    await use(async (options) => {
      const served = await startConsole(options);
      all.push(served);
      return served;
    });
    await Promise.all(all.map((served) => served.stop()));
  },
  served: async ({ startServed }, use) => use(await startServed()),
});

export { expect } from '@playwright/test';
