import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { guestPageOpener } from '../../../src-main/console/guest-page/index.js';
import {
  CASES,
  KNOWN_DIFFERENCES,
  runCase,
} from '../../../src-main/experiments/conformance/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import { runOneWith } from '../../../src-main/lab/run-one.js';
import { ROOT } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

/** What the suite should meet in CI; one that is not here is named at the end of `npm test`. */
const WANTED = ['docker:runc', 'docker:crun', 'podman', 'v8', 'browser', 'wasmtime', 'wazero'];

const lab = await createLab({
  resourcesDir: join(ROOT, 'resources'),
  v8HostPath: join(ROOT, 'out/main/v8-host.cjs'),
  version: 'test',
  shell: 'console',
  host: 'Vitest',
  guestPageOpener: guestPageOpener(join(ROOT, 'out/renderer')),
});
const { runtimes, engines } = await lab.catalogue.list(false);
const here = runtimes.filter(({ available }) => available);
const runOne = runOneWith(lab.comparisons);
const componentPath = join(ROOT, 'resources/conformance/hello.component.wasm');

afterAll(() => lab.close());

it('meets the runtimes of the field that are on this machine, and names the others', () => {
  expect(here.map(({ id }) => id)).toContain('v8');
  for (const wanted of WANTED) {
    const isIt = ({ id }: { id: string }) => id === wanted || id.startsWith(`${wanted}:`);
    if (here.some(isIt)) continue;
    const engine = engines.find(({ id }) => wanted === id || wanted.startsWith(`${id}:`));
    const why = runtimes.find(isIt)?.why ?? engine?.why;
    uncovered(`conformance of ${wanted}`, why ?? 'it was not found');
  }
});

it('has a known difference only for cases that exist', () => {
  const ids = CASES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { cases } of KNOWN_DIFFERENCES)
    expect(ids).toEqual(expect.arrayContaining([...cases]));
});

describe.each(here.map((runtime) => [runtime.id, runtime] as const))(
  '%s conforms or is recorded as differing',
  (_id, runtime) => {
    it.each(CASES.map((one) => [one.id, one.title, one] as const))('%s: %s', async (...row) => {
      const { result, how, why, noLongerDiffers } = await runCase(row[2], runtime, {
        runOne,
        componentPath,
      });
      expect(noLongerDiffers, 'is in known-differences.ts, but no longer differs').toBeUndefined();
      if (why === undefined) expect(result, how).not.toBe('differs');
    });
  },
);
