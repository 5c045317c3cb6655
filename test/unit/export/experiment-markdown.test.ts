import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveResult } from '../../../src-main/console/commands/bench/save.js';
import { experimentMarkdown } from '../../../src-main/export/text/experiment.js';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { FakeExperiments } from '../../support/fake-experiments.js';
import { RUNTIMES } from '../../support/fake-machine.js';

const PLAN = validate(
  ExperimentPlanSchema,
  { experiment: 'startup', runtimes: ['docker:runc', 'v8'], runs: 20 },
  'plan',
);

function resultAfter(runs: number): ExperimentResult {
  const lab = new FakeExperiments(
    () => undefined,
    () => RUNTIMES,
  );
  lab.answer('experiments.start', PLAN);
  const [one] = lab.all;
  if (one === undefined) throw new Error('none');
  one.runs = runs;
  return lab.resultOf(one);
}
const result = resultAfter(20);
const document = (more: Partial<ExperimentResult> = {}) =>
  experimentMarkdown({ ...result, ...more }, 'paralelo bench startup');

describe('a result as a document', () => {
  it('says what made it, what was found, and what each contender measured', () => {
    const text = document({ findings: ['It held.'] });
    expect(text).toMatch(/^# Startup\n\nGenerated on \d{4}-\d\d-\d\d by `paralelo bench startup`/);
    expect(text).toContain(`- ${result.ratios[0]?.sentence ?? ''}.`);
    expect(text).toContain('- It held.');
    expect(text).toMatch(/\| `v8` \| 20 \| [\d.]+ ms \|/);
    expect(text).toContain('## The instrument');
  });

  it('has the fastest first in each table', () => {
    const [first] = [...document().matchAll(/^\| `([^`]+)` \| 20 \|/gm)];
    const fastest = [...result.contenders].sort((one, other) => one.median - other.median)[0];
    expect(first?.[1]).toBe(fastest?.runtime);
  });

  it('takes what a guest or an engine said for text', () => {
    const text = document({
      dropped: [{ runtime: 'v8', why: 'It said <b>|no|</b> `rm`', failures: [] }],
    });
    expect(text).toContain('- v8: It said \\<b\\>\\|no\\|\\</b\\> \\`rm\\`');
  });

  it('says when it was stopped', () => {
    expect(document({ isPartial: false })).not.toContain('stopped before its end');
    expect(document({ isPartial: true })).toContain('It was stopped before its end.');
  });
});

describe('a result that is saved', () => {
  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'paralelo-save-'));
    onTestFinished(() => rm(made, { recursive: true, force: true }));
    return made;
  }

  it('is the whole of it as JSON, and a document, in a folder that need not be there', async () => {
    const into = join(await folder(), 'new', 'results');
    await saveResult(into, result, 'paralelo bench startup');
    expect(JSON.parse(await readFile(join(into, 'startup.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
    expect(await readFile(join(into, 'startup.md'), 'utf8')).toBe(document());
  });

  it('says why where it cannot be written', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, '');
    await expect(saveResult(file, result, '')).rejects.toMatchObject({
      code: 'result-not-written',
      message: expect.stringContaining(file) as string,
    });
  });
});
