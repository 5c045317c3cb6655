import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outcome, RunRecord, RuntimeInfo } from '../../../src-main/contract/index.js';
import { CASES, runCase, runSuite } from '../../../src-main/experiments/conformance/index.js';
import type { ConformanceCase, RunOne } from '../../../src-main/experiments/conformance/index.js';

const runtime = (id: string, kind: RuntimeInfo['kind'] = 'wasm') => ({ id, kind }) as RuntimeInfo;

/** A runtime that ends every run so, however it was asked. */
function always(outcome: Partial<Outcome>, stdout = ''): RunOne {
  const record = {
    runtime: 'x',
    phases: [],
    outcome: { kind: 'exited', code: 0, reason: '', ...outcome },
    stdout,
    stderr: '',
  };
  return () => Promise.resolve({ record: record as unknown as RunRecord });
}

function find(id: string): ConformanceCase {
  const one = CASES.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

const judge = (id: string, kind: RuntimeInfo, runOne: RunOne) =>
  runCase(find(id), kind, { runOne, componentPath: '/none.wasm' });

describe('a case in a runtime', () => {
  test('passes when it did what was asked', async () => {
    expect(await judge('hello', runtime('x'), always({}, 'hello\n'))).toEqual({
      runtime: 'x',
      case: 'hello',
      result: 'pass',
    });
  });

  test('differs in one sentence when it did not', async () => {
    expect(await judge('exit-42', runtime('x'), always({ code: 1 }))).toMatchObject({
      result: 'differs',
      how: 'It exited with 1 instead of exiting with 42.',
    });
  });

  test.each(['limit-not-enforced', 'grant-not-possible'])(
    'is refused, not different, when the runtime says beforehand that it cannot (%s)',
    async (errorCode) => {
      const no = always({ kind: 'failed-to-start', errorCode, reason: 'It cannot.' });
      expect(await judge('fuel', runtime('x'), no)).toMatchObject({
        result: 'refused',
        how: 'It cannot.',
      });
    },
  );

  test('is not applicable to the other kind of runtime, which is not even started', async () => {
    const never: RunOne = () => Promise.reject(new Error('it was started'));
    expect(await judge('component', runtime('docker:runc', 'container'), never)).toMatchObject({
      result: 'not-applicable',
    });
  });

  test('carries the reason of a difference that is on record', async () => {
    const result = await judge('exit-255', runtime('wasmtime:aot'), always({ code: 1 }));
    expect(result).toMatchObject({ result: 'differs', why: expect.any(String) as string });
  });

  test('says when a difference that is on record does not show', async () => {
    const result = await judge('exit-255', runtime('wasmtime'), always({ code: 255 }));
    expect(result).toMatchObject({ result: 'pass', noLongerDiffers: true });
  });

  test('names what is left of a guest that was stopped', async () => {
    const { record } = await always({ kind: 'stopped' })({} as never);
    const left: RunOne = () => Promise.resolve({ record, left: 'the process 7' });
    expect(await judge('stopped', runtime('x'), left)).toMatchObject({
      how: 'Left over: the process 7.',
    });
  });

  test('is measured again when one moment of the machine may have spoiled it', async () => {
    const lateness = [900, 600, 100];
    const runOne: RunOne = async () => {
      const { record } = await always({ kind: 'timed-out' })({} as never);
      return { record: { ...record, durationMs: 2000 + (lateness.shift() ?? 0) } };
    };
    expect(await judge('wall-time', runtime('x'), runOne)).toMatchObject({ result: 'pass' });
    expect(lateness).toEqual([]);
  });

  test('leaves neither files nor variables behind, and tells no path of the machine', async () => {
    let seen = '';
    const runOne: RunOne = (request) => {
      seen = request.grants?.volumes[0]?.hostPath ?? '';
      expect(process.env['PARALELO_CONFORMANCE_CANARY']).toBe('seen');
      return always({ code: 1, kind: 'trapped', reason: `cannot open ${seen}/kept.txt` })(request);
    };
    const { how } = await judge('directory-read', runtime('x'), runOne);
    expect(existsSync(seen)).toBe(false);
    expect(process.env['PARALELO_CONFORMANCE_CANARY']).toBeUndefined();
    expect(how).toContain('cannot open granted/kept.txt');
  });
});

test('a suite runs every case in every runtime, one at a time, until it is stopped', async () => {
  let running = 0;
  const runOne: RunOne = async (request) => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    return always({})(request);
  };
  const runtimes = [runtime('a'), runtime('b')];
  const heard: string[] = [];
  const onResult = (result: { runtime: string }) => heard.push(result.runtime);
  const suite = { runtimes, runOne, componentPath: '/none.wasm', onResult };
  expect(await runSuite(suite)).toHaveLength(2 * CASES.length);
  expect(new Set(heard)).toEqual(new Set(['a', 'b']));
  const isCancelled = () => heard.length >= 2 * CASES.length + 3;
  expect(await runSuite({ ...suite, isCancelled })).toHaveLength(3);
});
