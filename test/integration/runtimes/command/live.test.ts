import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { engineRuntimes, mode } from '../../../support/command/engines.js';
import type { FoundEngine } from '../../../support/command/engines.js';
import { runProbe, startProbe } from '../../../support/v8/run.js';

let found: FoundEngine | undefined;

beforeAll(async () => {
  found = await engineRuntimes(wasmtime);
});
afterAll(() => {
  if (found !== undefined) rmSync(found.cacheDir, { recursive: true, force: true });
});

const here = (id = 'wasmtime'): Runtime | undefined => found && mode(found, id);

describe('a guest of an engine that is a program', () => {
  test.each(['wasmtime', 'wasmtime:aot', 'wasmtime:winch'])(
    'in %s has its linear memory seen from outside while it grows',
    async (id) => {
      const runtime = here(id);
      if (runtime === undefined) return;
      const { run, recorder } = await startProbe(runtime, ['grow-silently', '1000']);
      let bytes: number | undefined;
      while (bytes === undefined || bytes < 1000 * 65_536) {
        bytes = recorder.latestMeter?.read()?.memory.linearBytes;
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(bytes % 65_536).toBe(0);
      recorder.latestMeter?.close();
      await run.kill();
      expect(await run.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
      expect(existsSync(`/proc/${String(recorder.pid)}`)).toBe(false);
    },
  );

  test('knows nothing of our environment, and its process only what its engine needs', async () => {
    const runtime = here();
    if (runtime === undefined) return;
    process.env['PARALELO_TEST_SECRET'] = 'do not pass on';
    const { run, recorder } = await startProbe(runtime, ['sleep', '600'], {
      grants: { ...LEAST_GRANTS, env: { TOKEN: 'granted' } },
    });
    await recorder.until(() => recorder.stdout !== '');
    const environment = readFileSync(`/proc/${String(recorder.pid)}/environ`, 'utf8');
    await run.kill();
    await run.ended;
    delete process.env['PARALELO_TEST_SECRET'];
    expect(environment).not.toContain('PARALELO_TEST_SECRET');
    expect(environment).not.toContain('granted');
    expect(environment).toContain('PARALELO_OWNER=');
  });

  test('has phases that meet, and say what cannot be told apart from outside', async () => {
    const runtime = here();
    if (runtime === undefined) return;
    const { recorder } = await runProbe(runtime, ['hello']);
    expect(recorder.phases.map(({ name }) => name)).toEqual(['spawn', 'load', 'main']);
    const silent = await runProbe(runtime, ['exit', '0']);
    expect(silent.recorder.phases.map(({ name }) => name)).toEqual(['spawn', 'main']);
    expect(silent.recorder.phases.at(-1)?.bound).toContain('cannot be told apart');
  });

  test('is known by what the kernel shows of its process', async () => {
    const runtime = here();
    if (runtime === undefined) return;
    const { recorder } = await runProbe(runtime, ['hello']);
    expect(recorder.facts.get('host-capabilities')).toMatchObject({ basis: 'effective' });
    expect(recorder.facts.get('host-seccomp')?.detail).toContain('Wasmtime');
  });
});
