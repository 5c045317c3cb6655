import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../support/paralelo.js';
import { run } from '../../support/program.js';
import { uncovered } from '../../support/uncovered.js';

/** What the build script ends with when a compiler is missing: EX_UNAVAILABLE of sysexits.h. */
const EXIT_UNAVAILABLE = 69;
const COMMITTED = join(ROOT, 'resources/launcher');

interface Manifest {
  artefacts: Record<string, { file: string }>;
  builtWith: Record<string, unknown>;
}

test.each(['linux-amd64', 'linux-arm64'])(
  'the launcher, built again for %s, is the one that is committed',
  async (target) => {
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-launcher-'));
    const script = join(ROOT, 'scripts/build-launcher.mjs');
    const { code, stderr } = await run([
      ...[process.execPath, script, '--targets', target, '--out', folder],
    ]);
    try {
      if (code === EXIT_UNAVAILABLE) {
        uncovered(`rebuild of the ${target} launcher`, stderr);
        return;
      }
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [built, committed] = await Promise.all([folder, COMMITTED].map(readManifest));
      if (
        JSON.stringify(built?.builtWith[target]) !== JSON.stringify(committed?.builtWith[target])
      ) {
        uncovered(`committed ${target} launcher equal to a rebuilt one`, 'other compilers here');
        return;
      }
      expect(built?.artefacts[target]).toEqual(committed?.artefacts[target]);
      const file = built?.artefacts[target]?.file ?? '';
      const bytes = await readFile(join(folder, file));
      expect(bytes.equals(await readFile(join(COMMITTED, file)))).toBe(true);
      expect(bytes.includes(ROOT), 'a path of this machine').toBe(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}
