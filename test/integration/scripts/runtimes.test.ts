import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findTool } from '../../../scripts/lib/runtimes/need-tool.mjs';
import { ended } from '../../support/program.js';
import { uncovered } from '../../support/uncovered.js';

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/runtimes.mjs');
const INSTALL_TIMEOUT_MS = 5 * 60_000;

let cache = '';
beforeAll(() => (cache = mkdtempSync(join(tmpdir(), 'paralelo-cache-'))));
afterAll(() => rmSync(cache, { recursive: true }));

/** How Go says that it cannot reach where modules come from. */
const OFFLINE = /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake timeout/;

/** What the command says, whatever it ends with. */
async function runtimes(...args: string[]): Promise<string> {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const child = spawn(process.execPath, [SCRIPT, ...args], { env });
  return (await ended(child)).stdout;
}

it(
  'gets a runtime into the cache of the user, lists it and removes it',
  async () => {
    if (findTool('go', process.env) === undefined) {
      uncovered('Installing a runtime', 'this machine has no Go; npm run runtimes was not tried');
      return;
    }
    const place = join(cache, 'paralelo/runtimes');
    const said = await runtimes('install', 'wazero');
    if (OFFLINE.test(said)) {
      uncovered('Installing a runtime', 'Go cannot reach its modules; the install was tried');
      return;
    }
    expect(said).toMatch(/^wazero \d\S+ is here after /m);
    expect(readdirSync(place)).toEqual(['wazero']);
    expect(await runtimes('install', 'wazero')).toContain('already here');
    expect(await runtimes('list')).toMatch(/^wazero +yes +\d\S+ +\/.*\/wazero\/bin\/wazero$/m);
    expect(await runtimes('remove', 'wazero')).toMatch(/MiB freed/);
    expect(readdirSync(place)).toEqual([]);
  },
  INSTALL_TIMEOUT_MS,
);
