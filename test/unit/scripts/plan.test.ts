import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSteps } from '../../../scripts/lib/plan.mjs';

const MACHINE = { env: {}, uncovered: [], coming: new Map() };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes its own file, then ends well when the other's is there, and badly after ten seconds without it. */
function meets(own: string, other: string): () => string[] {
  const code = `
    const fs = require('node:fs');
    fs.writeFileSync(${JSON.stringify(own)}, '');
    const look = () => fs.existsSync(${JSON.stringify(other)}) && process.exit(0);
    setInterval(look, 10);
    setTimeout(() => process.exit(1), 10_000);`;
  return () => [process.execPath, '-e', code];
}

it('what disturbs none runs beside the rest, and the results keep the order of the steps', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const results = await runSteps(
    [
      { name: 'reads', command: meets(one, other), beside: true },
      { name: 'works', command: meets(other, one) },
      { name: 'ends badly', command: () => [process.execPath, '-e', 'process.exit(3)'] },
      { name: 'needs it', command: () => ['never-run'], needs: ['ends badly'] },
    ],
    MACHINE,
  );
  expect(results.map(({ name, passed, why }) => [name, passed, why])).toEqual([
    ['reads', 1, undefined],
    ['works', 1, undefined],
    ['ends badly', 0, undefined],
    ['needs it', 0, 'ends badly failed'],
  ]);
});

it('what runs beside waits for a step that it needs, and is not run when that failed', async () => {
  const fails = () => [process.execPath, '-e', 'setTimeout(() => process.exit(1), 200)'];
  const results = await runSteps(
    [
      { name: 'needs it', command: () => ['never-run'], needs: ['slow'], beside: true },
      { name: 'slow', command: fails },
    ],
    MACHINE,
  );
  expect(results[0]).toMatchObject({ name: 'needs it', failed: 1, why: 'slow failed' });
});
