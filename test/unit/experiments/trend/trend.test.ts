import { describe, expect, it } from 'vitest';
import { trendOf } from '../../../../src-main/experiments/trend/index.js';
import type { TrendRecord } from '../../../../src-main/contract/index.js';
import { onDay } from './records.js';

const trend = (id: string, ...records: TrendRecord[]) =>
  trendOf({
    entry: { id, experiment: 'startup' },
    plan: { runtimes: [] },
    ...{ records, left: 0 },
  });

describe('the trend of an experiment', () => {
  it('has a point for each time, with the median and interval of each of its contenders', () => {
    const { points, runtimes, measures } = trend(
      'e-2',
      onDay(1, { v8: 20, wazero: 30 }),
      onDay(2, { wazero: 31, v8: 21 }),
    );
    expect(runtimes).toEqual(['wazero', 'v8']);
    expect(measures.map(({ id }) => id)).toEqual(['total']);
    expect(points.map(({ id }) => id)).toEqual(['e-1', 'e-2']);
    expect(points[0]?.contenders).toMatchObject([
      { runtime: 'wazero', values: [{ median: 30, ci95: [29, 31] }] },
      { runtime: 'v8', values: [{ median: 20, ci95: [19, 21] }] },
    ]);
  });

  it('leaves out contenders that the chosen one has not, and times at which only these ran', () => {
    const { points } = trend(
      'e-3',
      onDay(1, { wasmtime: 9 }),
      onDay(2, { v8: 20, wasmtime: 9 }),
      onDay(3, { v8: 21 }),
    );
    expect(points.map(({ id }) => id)).toEqual(['e-2', 'e-3']);
    expect(points[0]?.contenders.map(({ runtime }) => runtime)).toEqual(['v8']);
  });

  it('marks a new kernel, engine, system and Paralelo where each came, and once', () => {
    const { points } = trend(
      'e-1',
      onDay(1, { v8: 20 }),
      onDay(2, { v8: 20 }, { kernel: '6.12.1', engineVersion: '29.2' }),
      onDay(3, { v8: 20 }, { kernel: '6.12.1', engineVersion: '29.2' }),
      onDay(4, { v8: 20 }, { kernel: '6.12.1', engineVersion: '29.2', labVersion: '0.2.0' }),
    );
    expect(points.map(({ changes }) => changes)).toEqual([
      [],
      [
        { what: 'kernel', from: '6.1.0-28', to: '6.12.1' },
        { what: 'engine', from: 'docker 29.1', to: 'docker 29.2' },
      ],
      [],
      [{ what: 'paralelo', from: '0.1.0', to: '0.2.0' }],
    ]);
  });

  it('marks another machine, but not the little that a kernel keeps of the memory', () => {
    const { points } = trend(
      'e-1',
      onDay(1, { v8: 20 }),
      onDay(2, { v8: 20 }, { memoryBytes: 8.1 * 1024 ** 3 }),
      onDay(3, { v8: 20 }, { cores: 4 }),
    );
    expect(points[1]?.changes).toEqual([]);
    expect(points[2]?.changes).toEqual([
      {
        what: 'machine',
        from: 'A CPU, 2 × CPU, 8.1 GiB',
        to: 'A CPU, 4 × CPU, 8.0 GiB',
      },
    ]);
  });

  it('marks the new version of a runtime against the last time that it ran', () => {
    const { points } = trend(
      'e-1',
      onDay(1, { v8: 20, wazero: 30 }),
      onDay(2, { v8: 20 }),
      onDay(3, { v8: 20, wazero: 28 }, {}, { wazero: '1.1' }),
    );
    expect(points[2]?.changes).toEqual([
      { what: 'runtime', runtime: 'wazero', from: '1.0', to: '1.1' },
    ]);
  });

  it('says nothing of what one of two did not tell', () => {
    const { points } = trend(
      'e-1',
      onDay(1, { v8: 20 }, { governor: undefined }),
      onDay(2, { v8: 20 }, { governor: 'performance' }),
    );
    expect(points[1]?.changes).toEqual([]);
  });
});
