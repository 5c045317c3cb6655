import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { PROBE_PATH, buildHost } from '../../../support/v8/host-build.js';
import { prepareModule, runProbe } from '../../../support/v8/run.js';
import { LAUNCHERS } from '../../../support/paralelo.js';

let v8: Runtime;
let folder: string;

beforeAll(async () => {
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath: await buildHost() });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-v8-'));
  for (const name of ['kept', 'free']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'kept', 'kept.txt'), 'as it was\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const volume = (name: string, guestPath: string, readOnly: boolean) => ({
  hostPath: join(folder, name),
  guestPath,
  readOnly,
});
const granting = (...volumes: ReturnType<typeof volume>[]) => ({
  grants: { ...LEAST_GRANTS, volumes },
});

test('a granted directory can be read and written under its guest path', async () => {
  const options = granting(volume('kept', '/data', false));
  expect((await runProbe(v8, ['read', '/data/kept.txt'], options)).stdout).toBe('as it was\n');
  expect((await runProbe(v8, ['write', '/data/new.txt'], options)).stdout).toBe('write: ok\n');
  expect(readFileSync(join(folder, 'kept', 'new.txt'), 'utf8')).toBe('changed\n');
});

test('what is beside a granted directory stays out of reach', async () => {
  const options = granting(volume('free', '/data', false));
  const { stdout } = await runProbe(v8, ['read', '/data/../kept/kept.txt'], options);
  expect(stdout).toMatch(/^open: (Capabilities insufficient|Operation not permitted)/);
});

test('a directory granted for reading can be read', async () => {
  const options = granting(volume('kept', '/data', true));
  expect((await runProbe(v8, ['read', '/data/kept.txt'], options)).stdout).toBe('as it was\n');
});

test('nothing changes a directory that is granted for reading', async () => {
  const options = granting(volume('free', '/free', false), volume('kept', '/data', true));
  const { stdout } = await runProbe(v8, ['change', '/data', '/free'], options);
  const allowed = ['open to read', 'open directory', 'write'];
  for (const line of stdout.trim().split('\n')) {
    const what = line.slice(0, line.indexOf(':'));
    expect(line, line).toMatch(
      allowed.includes(what) ? /: ok$/ : /: (Read-only file system|Capabilities insufficient)$/,
    );
  }
  expect(stdout).toContain('move out: Read-only file system');
  expect(readdirSync(join(folder, 'kept'))).toEqual(['kept.txt']);
  expect(readdirSync(join(folder, 'free'))).toEqual(['new.txt']);
  expect(readFileSync(join(folder, 'free', 'new.txt'), 'utf8')).toBe('changed\n');
  expect(readFileSync(join(folder, 'kept', 'kept.txt'), 'utf8')).toBe('as it was\n');
});

test('the same attempts do change one that is granted for writing', async () => {
  const options = granting(volume('kept', '/data', false));
  const { stdout } = await runProbe(v8, ['change', '/data'], options);
  expect(stdout).toContain('truncate: ok');
  expect(stdout).toContain('unlink: ok');
  expect(stdout).not.toContain('Read-only');
});

test('a symbolic link leads out of a granted directory, which a loose fact says', async () => {
  writeFileSync(join(folder, 'outside.txt'), 'not granted\n');
  symlinkSync('..', join(folder, 'free', 'up'));
  const options = granting(volume('free', '/data', true));
  const { stdout } = await runProbe(v8, ['read', '/data/up/outside.txt'], options);
  expect(stdout).toBe('not granted\n');
  const prepared = await prepareModule(v8, PROBE_PATH, [], options);
  expect(prepared.isolation.find(({ id }) => id === 'symlinks')).toMatchObject({ tone: 'loose' });
});

test('a link that leads out of a directory granted for reading leads to reading only', async () => {
  writeFileSync(join(folder, 'outside.txt'), 'not granted\n');
  symlinkSync('..', join(folder, 'free', 'up'));
  const options = granting(volume('free', '/data', true));
  const { stdout } = await runProbe(v8, ['write', '/data/up/outside.txt'], options);
  expect(stdout).toBe('open: Read-only file system\n');
});

test('a guest makes such a link itself where it may write, which the fact says too', async () => {
  const options = granting(volume('free', '/data', false));
  const { stdout } = await runProbe(v8, ['link-out', '/data'], options);
  expect(stdout).toContain('link to ..: Capabilities insufficient');
  expect(readFileSync(join(folder, 'made-outside.txt'), 'utf8')).toBe('changed\n');
  const prepared = await prepareModule(v8, PROBE_PATH, [], options);
  expect(prepared.isolation.find(({ id }) => id === 'symlinks')?.detail).toContain('make itself');
});
