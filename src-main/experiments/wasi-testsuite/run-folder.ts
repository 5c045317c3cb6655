import { resolve } from 'node:path';
import { toWireError } from '../../contract/index.js';
import type { RuntimeInfo } from '../../contract/index.js';
import type { RunOne } from '../conformance/index.js';
import { firstDifference, oneLine } from './compare.js';
import { readFolder } from './read-folder.js';
import type { WasiTest } from './read-folder.js';
import { stage } from './stage.js';

export interface TestResult {
  runtime: string;
  test: string;
  suite?: string;
  result: 'passed' | 'failed' | 'skipped';
  /** The first difference, or why it was skipped. */
  how?: string;
}

export interface FolderResult {
  folder: string;
  tests: number;
  runtimes: {
    id: string;
    version?: string;
    passed: number;
    failed: number;
    skipped: number;
    results: TestResult[];
  }[];
}

export interface FolderRun {
  dir: string;
  runtimes: readonly RuntimeInfo[];
  runOne: RunOne;
  onResult?: (result: TestResult) => void;
  isCancelled?: () => boolean;
}

/** A test that waits for ever must not hold up the others. */
const TEST_TIMEOUT_MS = 30_000;
/** The runtime said that it cannot pose this question: no failure of the test. */
const CANNOT = ['is-a-component', 'grant-not-possible', 'limit-not-enforced', 'not-supported-here'];

/** Every test of a folder in every runtime, one at a time. Throws LabError when the folder is none of tests. */
export async function runFolder(asked: FolderRun): Promise<FolderResult> {
  const tests = readFolder(asked.dir);
  const result: FolderResult = { folder: resolve(asked.dir), tests: tests.length, runtimes: [] };
  for (const runtime of asked.runtimes) {
    const results: TestResult[] = [];
    for (const test of tests) {
      if (asked.isCancelled?.() === true) break;
      const one = await runTest(test, runtime, asked.runOne);
      results.push(one);
      asked.onResult?.(one);
    }
    const count = (what: TestResult['result']): number =>
      results.filter((one) => one.result === what).length;
    result.runtimes.push({
      id: runtime.id,
      ...(runtime.version === undefined ? {} : { version: runtime.version }),
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      results,
    });
  }
  return result;
}

async function runTest(test: WasiTest, runtime: RuntimeInfo, runOne: RunOne): Promise<TestResult> {
  const judged = (result: TestResult['result'], how?: string): TestResult => ({
    runtime: runtime.id,
    test: test.name,
    ...(test.suite === undefined ? {} : { suite: test.suite }),
    result,
    ...(how === undefined ? {} : { how }),
  });
  if (test.broken !== undefined) return judged('failed', test.broken);
  if (test.unsupported !== undefined) return judged('skipped', test.unsupported);
  try {
    return await pose(test, runtime, runOne, judged);
  } catch (thrown) {
    return judged('failed', toWireError(thrown).message);
  }
}

async function pose(
  test: WasiTest,
  runtime: RuntimeInfo,
  runOne: RunOne,
  judged: (result: TestResult['result'], how?: string) => TestResult,
): Promise<TestResult> {
  const staged = stage(test);
  try {
    const { record } = await runOne({
      runtime: runtime.id,
      workload: { kind: 'module', ref: test.wasmPath, args: test.specification.args },
      grants: staged.grants,
      limits: { timeoutMs: TEST_TIMEOUT_MS },
    });
    const { kind, errorCode, reason } = record.outcome;
    if (kind === 'failed-to-start' && CANNOT.includes(errorCode ?? '')) {
      return judged('skipped', oneLine(reason));
    }
    const how = firstDifference(record, test.specification);
    return how === undefined ? judged('passed') : judged('failed', how);
  } finally {
    staged.remove();
  }
}
