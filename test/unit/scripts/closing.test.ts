import { describe, expect, it } from 'vitest';
import { whatIsMissing } from '../../../scripts/lib/plan.mjs';
import { playwrightCounts, readCounts, vitestCounts } from '../../../scripts/lib/reports.mjs';
import { summarise } from '../../../scripts/lib/summary.mjs';
import { parseUncovered } from '../../../scripts/lib/uncovered.mjs';

const lint = { name: 'lint', passed: 1, failed: 0, skipped: [], durationMs: 1234 };
const unit = { name: 'unit', passed: 20, failed: 2, skipped: ['a todo'], durationMs: 5000 };

describe('the list of what could not be covered', () => {
  it('is read line by line, each line once', () => {
    expect(parseUncovered('a\tno a\nb\tno\tb\n\na\tno a\nc\n')).toEqual([
      { name: 'a', reason: 'no a' },
      { name: 'b', reason: 'no b' },
      { name: 'c', reason: 'no reason was given' },
    ]);
  });
});

describe('the end of a test run', () => {
  it('counts tests and steps, and says so in its last line', () => {
    const { text, failed } = summarise([lint, unit], [], false);
    expect(text.split('\n').at(-1)).toBe('21 passed, 2 failed');
    expect(failed).toBe(2);
  });

  it('names what was not covered and what was skipped', () => {
    const { text } = summarise(
      [{ ...unit, failed: 0 }],
      [{ name: 'Docker Desktop', reason: 'not here' }],
      false,
    );
    expect(text).toContain('- Docker Desktop: not here');
    expect(text).toContain('- unit: a todo: the test was skipped');
  });

  it('names what passed only in a second try, and counts it as passed', () => {
    const { text, failed } = summarise([{ ...lint, unstable: ['a window'] }], [], true, ['a run']);
    expect(text).toContain('Passed only in a second try:\n- a run\n- a window\n');
    expect(failed).toBe(0);
    expect(summarise([lint], [], true).text).not.toContain('second try');
  });

  it('only counts the tests that a failed set-up took with it', () => {
    const { text } = summarise([{ ...unit, skipped: ['a', 'b'] }], [], false);
    expect(text).toContain('- 2 tests of unit: left out as others failed');
  });

  it.each([
    ['Docker', 1],
    ['Docker: an engine that is stopped', 1],
    ['Podman', 1],
    ['docker:crun', 1],
    ['Rootless Podman', 0],
    ['Electron', 1],
    ['Chromium', 1],
    ['Docker Desktop', 0],
    ['Electron 45.4.1', 0],
    ['linux-arm64', 0],
  ])('when strict counts a missing "%s" as %i failed', (name, faults) => {
    const missing = [{ name, reason: 'not here' }];
    expect(summarise([lint], missing, true).failed).toBe(faults);
    expect(summarise([lint], missing, false).failed).toBe(0);
  });
});

describe('a step', () => {
  const step = { name: 'e2e', needs: ['build', 'Electron'], command: () => [] };

  it('fails unseen when a step it needs failed', () => {
    const build = { ...lint, name: 'build', failed: 1 };
    expect(whatIsMissing(step, [build], [])).toMatchObject({ failed: 1, why: 'build failed' });
  });

  it('is left out without failing when the machine lacks what it needs', () => {
    const missing = [{ name: 'Electron', reason: 'offline' }];
    expect(whatIsMissing(step, [lint], missing)).toMatchObject({ failed: 0, why: 'no Electron' });
  });

  it('runs when it has what it needs', () => {
    expect(whatIsMissing(step, [lint], [{ name: 'Docker', reason: 'none' }])).toBeUndefined();
  });
});

describe('counting tests', () => {
  it("reads vitest's report", () => {
    const result = (fullName: string, status: string) => ({ fullName, status });
    const assertionResults = [
      result('a', 'passed'),
      result('b', 'failed'),
      result('c', 'skipped'),
      result('d', 'todo'),
    ];
    expect(vitestCounts({ testResults: [{ assertionResults }] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['c', 'd'],
    });
  });

  it("reads Playwright's report, in suites of suites, and names what passed only in its second try", () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const inner = { title: 'inner', specs: [spec('b', 'unexpected'), spec('c', 'flaky')] };
    const outer = {
      title: 'file',
      specs: [spec('a', 'expected'), spec('d', 'skipped')],
      suites: [inner],
    };
    expect(playwrightCounts({ suites: [outer] })).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['d'],
      unstable: ['c'],
    });
  });

  it('takes a run without a report for a failed one, whatever its exit code', () => {
    expect(readCounts('vitest', '/nowhere.json', true)).toMatchObject({ passed: 0, failed: 1 });
  });
});
