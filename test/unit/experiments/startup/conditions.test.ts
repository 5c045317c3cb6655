import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../../src-main/contract/index.js';
import type { PlanOf, RunRecord, RuntimeInfo } from '../../../../src-main/contract/index.js';
import { conditionWords, lanesOf } from '../../../../src-main/experiments/startup/lanes.js';
import { measuresOf } from '../../../../src-main/experiments/startup/measures.js';
import { dropPageCache } from '../../../../src-main/experiments/startup/page-cache.js';
import { unpaused } from '../../../../src-main/experiments/startup/unpaused.js';
import { WarmHost } from '../../../../src-main/experiments/startup/warm-host.js';

const NEVER = new AbortController().signal;
const runtime = (id: string, kind: RuntimeInfo['kind']) => ({ id, kind }) as RuntimeInfo;
const RUNTIMES = [
  runtime('docker:runc', 'container'),
  runtime('v8', 'wasm'),
  runtime('wasmtime', 'wasm'),
];

describe('the conditions of a start', () => {
  it('are contenders of their own, where they apply', () => {
    const lanes = lanesOf(RUNTIMES, ['network', 'unpause', 'new-instance']);
    expect(lanes.map(({ id }) => id)).toEqual([
      ...['docker:runc', 'docker:runc network', 'docker:runc unpause'],
      ...['v8', 'v8 new-instance', 'wasmtime'],
    ]);
    expect(conditionWords(lanes)).toHaveLength(3);
    expect(conditionWords(lanesOf(RUNTIMES, []))).toEqual([]);
  });
});

describe('the start of a container that was created before', () => {
  it('is what is left without its creation, and of no other', () => {
    const start = (names: string[]) => ({
      ...{ totalMs: 100, overheadMs: 0 },
      phases: names.map((name) => ({ name: name as 'create', durationMs: 30 })),
    });
    const of = (names: string[]) =>
      measuresOf([start(names)]).find(({ id }) => id === 'start-created')?.raw;
    expect(of(['create', 'start'])).toEqual([70]);
    expect(of(['spawn'])).toBeUndefined();
  });
});

describe('a process that is up', () => {
  const host = (add: () => Promise<void>) => {
    const closed: number[] = [];
    return {
      closed,
      pid: 1,
      add,
      ended: new Promise<string>(() => undefined),
      close: () => {
        closed.push(1);
        return Promise.resolve();
      },
    };
  };
  const workload = { kind: 'twin', ref: 'hello', args: [] as string[] } as const;

  it('is opened once, at the first start, and closed at the end', async () => {
    let opened = 0;
    const one = host(() => Promise.resolve());
    const warm = new WarmHost(() => {
      opened += 1;
      return Promise.resolve(one);
    }, workload);
    await warm.close();
    expect(opened).toBe(0);
    expect((await warm.start()).totalMs).toBeGreaterThanOrEqual(0);
    await warm.start();
    await warm.close();
    expect([opened, one.closed.length]).toEqual([1, 1]);
  });

  it('is replaced when it gave no instance', async () => {
    const broken = host(() => Promise.reject(new Error('It ended.')));
    const hosts = [broken, host(() => Promise.resolve())];
    const warm = new WarmHost(() => {
      const next = hosts.shift();
      return next === undefined ? Promise.reject(new Error('no more')) : Promise.resolve(next);
    }, workload);
    await expect(warm.start()).rejects.toThrow('It ended.');
    await expect(warm.start()).resolves.toMatchObject({ phases: [] });
    expect(broken.closed).toHaveLength(1);
    await warm.close();
  });
});

describe('a container that is unpaused', () => {
  const plan = validate(
    ExperimentPlanSchema,
    { experiment: 'startup', runtimes: ['docker:runc'], also: ['unpause'] },
    'plan',
  ) as PlanOf<'startup'>;
  const held = (does: string[], unpause: () => Promise<number>) => {
    const ended = new Promise<never>(() => undefined);
    return {
      ...{ said: '1 B', startMs: 1, ended },
      pause: () => {
        does.push('pause');
        return Promise.resolve();
      },
      unpause: () => {
        does.push('unpause');
        return unpause();
      },
      release: () => {
        does.push('release');
        return Promise.resolve({} as RunRecord);
      },
    };
  };
  const start = (does: string[], unpause: () => Promise<number>, signal = NEVER) =>
    unpaused('docker:runc', { plan, signal, hold: () => Promise.resolve(held(does, unpause)) });

  it('was paused before, and is released afterwards', async () => {
    const does: string[] = [];
    expect(await start(does, () => Promise.resolve(4))).toEqual({ totalMs: 4, phases: [] });
    expect(does).toEqual(['pause', 'unpause', 'release']);
  });

  it('is released also when it does not go on', async () => {
    const does: string[] = [];
    const dies = () => Promise.reject(new Error('It ended.'));
    await expect(start(does, dies)).rejects.toThrow('It ended.');
    expect(does).toEqual(['pause', 'unpause', 'release']);
  });

  it('is released when the experiment is stopped meanwhile', async () => {
    const stop = new AbortController();
    const does: string[] = [];
    const unpause = () => {
      stop.abort();
      return Promise.reject(new Error(does.at(-1)));
    };
    await expect(start(does, unpause, stop.signal)).rejects.toThrow('release');
  });

  it('is refused for a program of your own', () => {
    const program = { image: { ref: 'alpine' } };
    const asked = { experiment: 'startup', runtimes: ['docker:runc'], also: ['unpause'], program };
    expect(() => validate(ExperimentPlanSchema, asked, 'plan')).toThrow('goes on writing');
  });
});

describe('the page cache', () => {
  it('is emptied by writing 3 to a file of the kernel', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-caches-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await dropPageCache(join(folder, 'drop_caches'));
    expect(await readFile(join(folder, 'drop_caches'), 'utf8')).toBe('3');
  });

  it('that may not be emptied is a LabError that says who may', async () => {
    await expect(dropPageCache('/proc/sys/vm/nothing')).rejects.toMatchObject({
      code: 'not-supported-here',
      hint: expect.stringContaining('as root') as string,
    });
  });
});
