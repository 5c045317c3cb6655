import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type {
  ContainerProfile,
  ProcessWalls,
  Warning,
} from '../../../../src-main/contract/index.js';
import { containerProfile } from '../../../../src-main/isolation/container/index.js';
import { readProcessWalls } from '../../../../src-main/isolation/process/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { inspect } from '../../../../src-main/runtimes/docker/instances/questions.js';
import { bundle } from '../../../support/bundle.js';
import { theEngine } from '../../../support/docker/engine.js';
import { PlainContainers, watching } from '../../../support/docker/instances.js';
import { importShellImage } from '../../../support/docker/shell-image.js';
import { profiled } from '../../../support/isolation/profiled.js';
import { ROOT } from '../../../support/paralelo.js';
import { uncovered } from '../../../support/uncovered.js';

let engine: Engine;
let plain: PlainContainers;

beforeAll(async () => {
  engine = await theEngine();
  plain = new PlainContainers(engine);
  await importShellImage(engine);
});
afterEach(() => plain.removeAll());
afterAll(() => engine.client.close());

const codes = (gaps: Warning[]) => gaps.map(({ code }) => code);

it('one that has ended shows what was declared, and says so', async () => {
  const id = await plain.start('true', { host: { ReadonlyRootfs: true } });
  await engine.client.json({ method: 'POST', path: `/containers/${id}/wait` });
  const { container, gaps } = await profiled(engine, id);
  expect(codes(gaps)).toEqual(['not-running']);
  expect(container.pid).toBeUndefined();
  expect(container.rootFilesystem).toEqual({ declared: 'read-only' });
  expect(container.capabilities.effective).toBeUndefined();
});

it('one that ends between the engine’s answer and the reading shows what was declared', async () => {
  const id = await plain.start('exec sleep 300', { host: { PidsLimit: 9 } });
  const { document, inspected } = await inspect(engine, id);
  await plain.post(id, 'kill');
  await engine.client.json({ method: 'POST', path: `/containers/${id}/wait` });
  const pid = inspected.State.Pid ?? 0;
  const { container, gaps } = containerProfile({ engine: 'docker', inspect: document, pid });
  expect(codes(gaps)).toEqual(['ended-while-read']);
  expect(container.limits).toContainEqual({ name: 'pids', unit: 'processes', declared: 9 });
  expect(readProcessWalls(pid)).toBeUndefined();
});

it('a paused one is read like a running one', async () => {
  const id = await plain.start('exec sleep 300');
  await plain.post(id, 'pause');
  const { container, gaps } = await profiled(engine, id);
  await plain.post(id, 'unpause');
  expect(gaps).toEqual([]);
  expect(container.namespaces.find(({ name }) => name === 'pid')?.effective).toEqual({ of: 'own' });
});

it('one of an engine elsewhere shows what was declared, and says so', async () => {
  const id = await plain.start('exec sleep 300');
  const far: Engine = { ...engine, info: { ...engine.info, local: false } };
  const { container, gaps } = await profiled(far, id);
  expect(codes(gaps)).toEqual(['not-on-this-kernel']);
  expect(container.namespaces.every(({ effective }) => effective === undefined)).toBe(true);
});

it('a found one is profiled anew, has a badge, and is a LabError once it is gone', async () => {
  const { sink, stop } = await watching(engine);
  const id = await plain.start('exec sleep 300', { host: { PidMode: 'host' } });
  const found = await sink.instance(id, ({ state }) => state === 'running');
  expect(found.view.badge?.level).toBe('open');
  const { container, gaps } = await found.profile([]);
  expect(gaps).toEqual([]);
  expect(container?.namespaces.find(({ name }) => name === 'pid')?.effective).toEqual({
    of: 'host',
  });
  await plain.remove(id);
  await expect(found.profile([])).rejects.toMatchObject({ code: 'unknown-instance' });
  stop();
});

it('another user’s shows what anybody may read, and names what not', async () => {
  if (process.getuid?.() !== 0) {
    uncovered('The profile of another user’s container', 'only root can become another user');
    return;
  }
  const id = await plain.start('exec sleep 300');
  const { document, inspected } = await inspect(engine, id);
  const rooms = await Promise.all(
    ['process', 'container'].map((room) =>
      bundle(`src-main/isolation/${room}/index.ts`, `isolation-${room}`),
    ),
  );
  const child = join(ROOT, 'test/support/isolation/as-nobody-child.mjs');
  const pid = inspected.State.Pid ?? 0;
  const args = [child, ...rooms, String(pid), JSON.stringify(document)];
  const answer = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
    walls: ProcessWalls;
    container: ContainerProfile;
    gaps: Warning[];
  };
  expect(answer.walls.namespaces).toEqual([]);
  expect(answer.walls.executable).toBeUndefined();
  expect(answer.walls.capabilities?.effective).toHaveLength(14);
  expect(answer.walls.uid).toBe(0);
  expect(answer.container.devices.effective).toBeUndefined();
  expect(answer.container.namespaces.every(({ effective }) => effective === undefined)).toBe(true);
  expect(codes(answer.gaps)).toContain('not-readable');
  expect(answer.gaps[0]?.message).toContain('its namespaces');
});
