import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { rejectionOf } from '../../../support/refusal.js';
import { PROBE_PATH, buildHost } from '../../../support/v8/host-build.js';
import { Recorder } from '../../../support/v8/recorder.js';
import { prepareModule, runModule, runProbe } from '../../../support/v8/run.js';
import { HEADER, encodeModule } from '../../../support/wasm/encoder.js';
import type { ModuleParts } from '../../../support/wasm/encoder.js';
import { LAUNCHERS } from '../../../support/paralelo.js';

let v8: Runtime;
let folder: string;

beforeAll(async () => {
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath: await buildHost() });
  folder = mkdtempSync(join(tmpdir(), 'paralelo-v8-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array | number[] | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof bytes === 'string' ? bytes : Uint8Array.from(bytes));
  return path;
}

/** A program whose `_start` has this body, with a memory of one page. */
function program(body: number[], parts: ModuleParts = {}): Uint8Array {
  const exports: ModuleParts['exports'] = [
    ['_start', 'function', parts.imports?.length ?? 0],
    ['memory', 'memory', 0],
  ];
  return encodeModule({ memories: [{ min: 1 }], bodies: [body], exports, ...parts });
}

describe('before anything starts', () => {
  const refused = (path: string) => rejectionOf(prepareModule(v8, path));

  test('a file that is no module is refused for what it is', async () => {
    const error = await refused(file('page.html', '<html>'));
    expect(error).toMatchObject({ code: 'not-a-module', exitCode: 126 });
    expect(error.message).toContain('a text file');
  });

  test('a directory is refused', async () => {
    expect(await refused(folder)).toMatchObject({ code: 'not-a-module' });
  });

  test('a path with nothing there is not found', async () => {
    const error = await refused(join(folder, 'nothing.wasm'));
    expect(error).toMatchObject({ code: 'file-not-found', exitCode: 127 });
  });

  test('a component is called one', async () => {
    const path = file('component.wasm', [...HEADER.slice(0, 4), 0x0d, 0, 1, 0]);
    expect(await refused(path)).toMatchObject({ code: 'is-a-component' });
  });

  test('what is missing is named: a guest that would fork is refused at link', async () => {
    const imports: ModuleParts['imports'] = [
      ['env', 'fork', 'function'],
      ['env', 'waitpid', 'function'],
    ];
    const error = await refused(file('fork.wasm', program([], { imports })));
    expect(error).toMatchObject({ code: 'missing-import', exitCode: 126 });
    expect(error.message).toContain('env.fork (function), env.waitpid (function)');
  });

  test('a module without _start is refused', async () => {
    expect(await refused(file('library.wasm', encodeModule({})))).toMatchObject({
      code: 'not-executable',
    });
  });

  test('an image is refused with where it would run', async () => {
    const error = await rejectionOf(
      v8.prepare(
        {
          runtime: 'v8',
          workload: { kind: 'image', ref: 'alpine', args: [] },
          limits: {},
          grants: LEAST_GRANTS,
          privileges: {
            capAdd: [],
            readOnlyRoot: true,
            noNewPrivileges: true,
            seccomp: 'default',
          },
          periodMs: 100,
          bestEffort: false,
        },
        { locate: () => expect.unreachable() },
      ),
    );
    expect(error).toMatchObject({ code: 'not-executable' });
    expect(error.hint).toContain('container');
  });
});

describe('limits and grants', () => {
  const prepare = (options: Parameters<typeof prepareModule>[3]) =>
    prepareModule(v8, PROBE_PATH, ['hello'], options);

  test('fuel cannot be held: refused, or with best effort a warning', async () => {
    const limits = { fuel: 1000 };
    const error = await rejectionOf(prepare({ limits }));
    expect(error).toMatchObject({ code: 'limit-not-enforced', exitCode: 2 });
    expect(error.message).toContain('fuel');
    expect(error.hint).toContain('--best-effort');
    const prepared = await prepare({ limits, bestEffort: true });
    expect(prepared.enforcedBy).toEqual({ fuel: 'none' });
    expect(prepared.warnings).toMatchObject([{ code: 'limit-not-enforced' }]);
  });

  test('who holds each of the others is said', async () => {
    const limits = { memoryBytes: 64 * 1024 * 1024, pids: 10, timeoutMs: 1000 };
    const prepared = await prepare({ limits });
    expect(prepared.enforcedBy).toEqual({ memory: 'v8-flag', pids: 'interface', time: 'lab-kill' });
    expect(prepared.warnings).toEqual([]);
  });

  test('a memory limit below what the module begins with is refused with the least', async () => {
    const error = await rejectionOf(prepare({ limits: { memoryBytes: 65_536 } }));
    expect(error).toMatchObject({ code: 'limit-too-low', exitCode: 2 });
    expect(error.hint).toMatch(/at least \d+ bytes/);
  });

  test('a memory limit is no limit for several memories', async () => {
    const path = file('two.wasm', program([], { memories: [{ min: 1 }, { min: 1 }] }));
    const limits = { memoryBytes: 1024 * 1024 };
    const error = await rejectionOf(prepareModule(v8, path, [], { limits }));
    expect(error).toMatchObject({ code: 'limit-not-enforced' });
  });

  test('a network cannot be given', async () => {
    const grants = { ...LEAST_GRANTS, network: 'bridge' };
    expect(await rejectionOf(prepare({ grants }))).toMatchObject({ code: 'grant-not-possible' });
  });

  test.each([
    ['a directory', { volumes: [{ hostPath: '/nowhere', guestPath: '/d', readOnly: false }] }],
    ['a file for its input', { stdinPath: '/nowhere' }],
  ])('%s that is not there is not found', async (_, granted) => {
    const error = await rejectionOf(prepare({ grants: { ...LEAST_GRANTS, ...granted } }));
    expect(error).toMatchObject({ code: 'file-not-found' });
    expect(error.message).toContain('/nowhere');
  });

  test('a file cannot be granted as a directory, nor two as the same', async () => {
    const one = { hostPath: PROBE_PATH, guestPath: '/d', readOnly: false };
    const two = { hostPath: folder, guestPath: '/d', readOnly: false };
    for (const volumes of [[one], [two, two]]) {
      const error = await rejectionOf(prepare({ grants: { ...LEAST_GRANTS, volumes } }));
      expect(error).toMatchObject({ code: 'grant-not-possible' });
    }
  });
});

describe('after the process has started', () => {
  test('a module that V8 refuses failed to start, with what V8 says', async () => {
    // i32.add without operands: well-formed sections, an invalid body.
    const { ending } = await runModule(v8, file('invalid.wasm', program([0x6a, 0x1a])));
    expect(ending).toMatchObject({ kind: 'failed-to-start', errorCode: 'not-a-module' });
    expect(ending.reason).toContain('i32.add');
  });

  test('a trap before _start, in the start function, is a trap', async () => {
    const exports: ModuleParts['exports'] = [
      ['_start', 'function', 0],
      ['memory', 'memory', 0],
    ];
    const parts: ModuleParts = { memories: [{ min: 1 }], exports, bodies: [[], [0x00]], start: 1 };
    const { ending } = await runModule(v8, file('start.wasm', encodeModule(parts)));
    expect(ending).toMatchObject({ kind: 'trapped' });
    expect(ending.reason).toContain('unreachable');
  });

  test('a module that changed since it was checked is not run', async () => {
    const path = file('changing.wasm', program([]));
    const prepared = await prepareModule(v8, path);
    file('changing.wasm', program([0x01, 0x01]));
    const error = await rejectionOf(prepared.launch(new Recorder()));
    expect(error.message).toContain('changed');
  });

  test('a missing guest host is said, with what Node said', async () => {
    const broken = createV8Runtime({
      launchers: LAUNCHERS,
      hostPath: join(folder, 'v8-host.cjs'),
    });
    expect(broken.info).toMatchObject({ available: false });
    const { ending } = await runProbe(broken, ['hello']);
    expect(ending).toMatchObject({ kind: 'failed-to-start', errorCode: 'host-failed' });
    expect(ending.reason).toContain('Cannot find module');
  });
});
