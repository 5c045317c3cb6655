import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { userFolders } from '../../../src-main/lab/folders.js';
import { createLab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';
import { CLI } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

let folder = '';
let isMounted = false;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterEach(() => {
  if (isMounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
});

/** Not a byte is left. False where this user may mount nothing. */
function fill(): boolean {
  if (!isMounted) {
    uncovered('A full disk', 'This user may not mount a small file system of its own.');
    return false;
  }
  try {
    writeFileSync(join(folder, 'filler'), Buffer.alloc(128 * 1024));
  } catch {
    return true;
  }
  throw new Error('it was not full');
}

describe('on a full disk', () => {
  it('a contender that must keep what it compiled is dropped with the reason, and the others go on', async () => {
    if (isMounted) symlinkSync(join(userFolders().cacheDir, 'runtimes'), join(folder, 'runtimes'));
    if (!fill()) return;
    const lab = await createLab({ ...labOptions(), cacheDir: folder });
    try {
      const { runtimes } = await lab.catalogue.list(false);
      const aot = runtimes.find(({ id, available }) => available && id.endsWith(':aot'));
      if (aot === undefined) {
        uncovered(
          'A full disk under compiled modules',
          'No engine with an ahead-of-time mode is here.',
        );
        return;
      }
      const plan = { experiment: 'startup', runtimes: [aot.id, 'v8'], runs: 3, warmUps: 0 };
      const one = lab.experiments.start(validate(ExperimentPlanSchema, plan, 'experiment'));
      const result = await one.ended;
      expect(result?.contenders.map(({ runtime, n }) => [runtime, n])).toEqual([['v8', 3]]);
      expect(result?.dropped.map(({ runtime }) => runtime)).toEqual([aot.id]);
      expect(result?.dropped[0]?.why).toMatch(/ENOSPC|no space|full/i);
    } finally {
      await lab.close();
    }
  });

  it('a result that cannot be printed is an error with the reason, and is saved where it was to be saved', () => {
    if (!fill()) return;
    const out = openSync(join(folder, 'result.json'), 'w');
    const saved = mkdtempSync(join(tmpdir(), 'paralelo-saved-'));
    const { status, stderr } = measure(['--save', saved], out);
    closeSync(out);
    expect(status).toBe(125);
    expect(stderr).toContain('paralelo: The output could not be written: ENOSPC');
    expect(stderr).not.toContain('    at ');
    expect(contendersOf(readFileSync(join(saved, 'startup.json'), 'utf8'))).toEqual(['v8']);
    rmSync(saved, { recursive: true });
  });

  it('a result that cannot be saved is printed as the one document, and stderr says so', () => {
    if (!fill()) return;
    const { status, stdout, stderr } = measure(['--save', join(folder, 'results')], 'pipe');
    expect(status).toBe(125);
    expect(contendersOf(stdout)).toEqual(['v8']);
    expect(stderr).toContain('The result could not be written');
  });
});

function measure(more: string[], stdout: number | 'pipe') {
  const plan = ['--runtimes', 'v8', '--runs', '2', '--warm-ups', '0', '--json'];
  return spawnSync(process.execPath, [CLI, 'bench', 'startup', ...plan, ...more], {
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  });
}

function contendersOf(json: string): string[] {
  return (JSON.parse(json) as ExperimentResult).contenders.map(({ runtime }) => runtime);
}
