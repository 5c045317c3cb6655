import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appArguments, expect, test } from '../support/electron.js';
import { CHECKOUT } from '../support/paths.js';
import { family, listeningPorts } from '../support/ports.js';

/** Without Playwright, which opens two debugging ports of its own. */
test('the desktop app opens no port', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'paralelo-e2e-'));
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const app = spawn(electron, appArguments(userDataDir), { cwd: CHECKOUT, stdio: 'ignore' });
  const exited = once(app, 'exit');
  const pid = app.pid ?? 0;
  const hasPage = async (): Promise<boolean> => {
    const lines = await Promise.all(
      (await family(pid)).map((each) =>
        readFile(`/proc/${String(each)}/cmdline`, 'utf8').catch(() => ''),
      ),
    );
    return lines.some((line) => line.includes('--type=renderer'));
  };
  await expect.poll(hasPage).toBe(true);
  expect(await listeningPorts(pid)).toEqual([]);
  app.kill('SIGTERM');
  await exited;
  await rm(userDataDir, { recursive: true, force: true });
});

test('a port that is open would be found', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  expect(await listeningPorts(process.pid)).toContain((server.address() as AddressInfo).port);
  server.close();
});
