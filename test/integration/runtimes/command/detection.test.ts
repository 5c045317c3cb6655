import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RuntimeInfo } from '../../../../src-main/contract/index.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../../src-main/runtimes/command/engines/wazero.js';
import { createCommandSource } from '../../../../src-main/runtimes/command/source.js';
import { engineProgram } from '../../../support/command/engines.js';

let folder: string;
const path = process.env['PATH'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-detection-'));
});
afterAll(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

async function detect(engine: typeof wasmtime, chosen?: string): Promise<RuntimeInfo[]> {
  const source = createCommandSource(
    { ...engine, folders: [] },
    { cacheDir: folder, pathOf: () => chosen },
  );
  return (await source.discover()).runtimes.map(({ info }) => info);
}

function program(name: string, script: string): string {
  const at = join(folder, name);
  writeFileSync(at, `#!/bin/sh\n${script}\n`);
  chmodSync(at, 0o755);
  return at;
}

describe('an engine', () => {
  test.each([wasmtime, wazero])(
    '$name is found with its version, path and modes',
    async (engine) => {
      const chosen = engineProgram(engine);
      if (chosen === undefined) return;
      const infos = await detect(engine, chosen);
      expect(infos[0]).toMatchObject({ id: engine.id, available: true, path: chosen });
      expect(infos[0]?.version).toMatch(/^\d+\.\d+\.\d+/);
      expect(infos.length).toBeGreaterThan(2);
      expect(new Set(infos.map(({ mode }) => mode)).size).toBe(infos.length);
    },
  );

  test('that is not here says so, and in one line how to get it', async () => {
    process.env['PATH'] = folder;
    const [info, ...others] = await detect(wasmtime);
    process.env['PATH'] = path;
    expect(others).toEqual([]);
    expect(info).toMatchObject({ id: 'wasmtime', available: false });
    expect(info?.hint).toMatch(/^`npm run runtimes -- install wasmtime`[^\n]+$/);
  });

  test('whose place another program has taken is not mistaken for it', async () => {
    const [info] = await detect(wasmtime, program('wasmtime', 'echo something else 1.2.3'));
    expect(info).toMatchObject({ available: false });
    expect(info?.why).toContain('does not answer like Wasmtime');
  });

  test('that the settings name and that is gone is not looked for elsewhere', async () => {
    const [info] = await detect(wazero, join(folder, 'gone'));
    expect(info).toMatchObject({ available: false });
    expect(info?.why).toContain('as the settings say');
  });

  test('that never answers holds nobody up for ever', async () => {
    const asked = { ...wasmtime, id: 'sleeper' };
    const [info] = await detect(asked, program('sleeper', 'exec sleep 600'));
    expect(info).toMatchObject({ available: false });
  });

  test('is asked once as long as it stays the same', async () => {
    const asked = join(folder, 'asked');
    const at = program('counted', `echo >>${asked}; echo wasmtime 1.2.3`);
    const count = async (): Promise<number> => {
      await detect(wasmtime, at);
      const { readFileSync } = await import('node:fs');
      return readFileSync(asked, 'utf8').length;
    };
    const first = await count();
    expect(await count()).toBe(first);
  });
});
