import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printed, start } from '../../support/program.js';
import { ownArchitecture, nativeWorld } from '../../support/twin-worlds.js';
import { uncovered } from '../../support/uncovered.js';

const BIN = join(import.meta.dirname, '../../../resources/workloads/bin');
const MIB = 1024 ** 2;

describe('grow to 16 MiB, as an executable', () => {
  test.each([
    ['has them resident', [], 16 * MIB],
    ['has none of them resident when it does not touch them', ['--no-touch'], 0],
  ])('%s', async (name, flags, residentBytes) => {
    if (process.platform !== 'linux') {
      uncovered(`grow ${name}`, 'no /proc on this system');
      return;
    }
    const { command } = nativeWorld(BIN, ownArchitecture());
    const args = ['--to', '16m', '--pace', '0ms', '--hold', '1h', ...flags];
    const child = start(command('grow', args));
    await printed(child, /^16 MiB$/m);
    const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8');
    child.kill('SIGKILL');
    const anonBytes = Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    expect(anonBytes).toBeGreaterThanOrEqual(residentBytes);
    expect(anonBytes).toBeLessThan(residentBytes + MIB);
  });
});
