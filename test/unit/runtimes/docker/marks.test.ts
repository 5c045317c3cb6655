import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { monotonicMs } from '../../../../src-main/metrics/clock.js';
import { argumentOf } from '../../../../src-main/runtimes/docker/run/marks/folders.js';
import { readMarks } from '../../../../src-main/runtimes/docker/run/marks/read-marks.js';
import { asNobody } from '../../../support/as-nobody.js';

const ID = 'ab'.repeat(32);

/** Folders as an engine has them, each file so many milliseconds ago. */
function left(files: Record<string, number>) {
  const root = mkdtempSync(join(tmpdir(), 'paralelo-marks-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, agoMs] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, '');
    const at = (Date.now() - agoMs) / 1000;
    utimesSync(path.endsWith('/') ? dirname(join(file, 'x')) : file, at, at);
  }
  const folders = {
    ...{ bundles: [join(root, 'none'), join(root, 'bundles')], bundleSuffix: '' },
    states: [join(root, 'states')],
  };
  return { root, folders };
}

describe('what a container’s start leaves behind', () => {
  it('is read from the files of containerd and of runc or crun, on the clock of the lab', () => {
    const { root, folders } = left({
      [`bundles/${ID}/config.json`]: 90,
      [`bundles/${ID}/options.json`]: 80,
      [`states/${ID}/status`]: 40,
    });
    const at = (Date.now() - 20) / 1000;
    utimesSync(join(root, 'states', ID), at, at);
    const { marks, unseen } = readMarks(folders, ID);
    expect(marks.map(({ mark }) => mark)).toEqual(['bundle', 'runtime', 'created', 'program']);
    const times = marks.map(({ atMs }) => atMs - monotonicMs());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeLessThan(-80);
    // No cgroup of that id is on this machine.
    expect(unseen).toMatch(/^When the engine and its OCI runtime began was not found/);
  });

  it('has no beginning of the program while the runtime still holds it', () => {
    const { folders } = left({ [`states/${ID}/state.json`]: 5, [`states/${ID}/exec.fifo`]: 5 });
    expect(readMarks(folders, ID).marks.map(({ mark }) => mark)).toEqual(['created']);
  });

  it('says so where only root may read it', async () => {
    const { root, folders } = left({ [`bundles/${ID}/config.json`]: 5 });
    chmodSync(join(root, 'bundles'), 0o000);
    const found = await asNobody(root, () => readMarks(folders, ID));
    chmodSync(join(root, 'bundles'), 0o700);
    expect(found).toEqual({ marks: [], unseen: expect.stringContaining('only root') as string });
  });
});

describe('an argument of the engine', () => {
  it('is found in both ways of writing it', () => {
    expect(argumentOf(['dockerd', '--exec-root', '/x', '-p', 'y'], '--exec-root')).toBe('/x');
    expect(argumentOf(['dockerd', '--exec-root=/x'], '--exec-root')).toBe('/x');
    expect(argumentOf(['dockerd', '--exec-rootless'], '--exec-root')).toBeUndefined();
  });
});
