import { describe, expect, it } from 'vitest';
import type { Instance, RunStatus } from '../../../src-main/contract/index.js';
import { metricsText, subjectsOf } from '../../../src-main/openmetrics/index.js';
import type { Subject } from '../../../src-main/openmetrics/index.js';

const MODULE: Subject = {
  id: 'r-1',
  name: 'grow',
  kind: 'wasm',
  runtime: 'wasmtime',
  isRunning: true,
  sample: {
    tMs: 1,
    cpuTimeMs: 1500,
    memory: { linearBytes: 65_536, linearMaxBytes: 131_072, rssBytes: 9_000_000 },
  },
};

const text = (subjects: Subject[], format: 'openmetrics' | 'prometheus' = 'openmetrics'): string =>
  metricsText({ labVersion: '1.2.3', subjects, liveRuns: 0 }, format);
const linesOf = (subjects: Subject[], name: string): string[] =>
  text(subjects)
    .split('\n')
    .filter((line) => line.startsWith(name));

describe('the text for a Prometheus', () => {
  it('tells memory by definition, with the labels of whom it is', () => {
    const labels = 'id="r-1",name="grow",kind="wasm",runtime="wasmtime"';
    expect(linesOf([MODULE], 'paralelo_memory_bytes{')).toEqual([
      `paralelo_memory_bytes{${labels},definition="rss"} 9000000`,
      `paralelo_memory_bytes{${labels},definition="linear"} 65536`,
    ]);
    expect(linesOf([MODULE], 'paralelo_linear')).toEqual([
      `paralelo_linear_memory_max_bytes{${labels}} 131072`,
    ]);
  });

  it('names type and unit before the points of a family, and ends with EOF', () => {
    const whole = text([MODULE]);
    expect(whole).toContain(
      '# TYPE paralelo_cpu_seconds counter\n# UNIT paralelo_cpu_seconds seconds\n# HELP paralelo_cpu_seconds User',
    );
    expect(whole).toMatch(/^paralelo_cpu_seconds_total\{.*\} 1\.5$/m);
    expect(whole.endsWith('\n# EOF\n')).toBe(true);
  });

  it('says it in the words of 0.0.4 for those who read only that', () => {
    const whole = text([MODULE], 'prometheus');
    expect(whole).toContain('# TYPE paralelo_cpu_seconds_total counter\n');
    expect(whole).toContain('# TYPE paralelo_lab_info gauge\n');
    expect(whole).not.toMatch(/# UNIT|# EOF/);
  });

  it('leaves out what could not be read, and what nobody has', () => {
    const unread: Subject = { ...MODULE, sample: { tMs: 1, memory: {} } };
    expect(linesOf([unread], 'paralelo_memory_bytes')).toEqual([]);
    expect(text([unread])).not.toMatch(/paralelo_cpu_seconds|paralelo_host|paralelo_own/);
    expect(linesOf([unread], 'paralelo_running{')).toHaveLength(1);
    expect(linesOf([{ ...unread, isRunning: false }], 'paralelo_running{')[0]).toMatch(/\} 0$/);
  });

  it('tells a 0 that was read', () => {
    const idle: Subject = { ...MODULE, sample: { tMs: 1, memory: {}, rxBytes: 0 } };
    expect(linesOf([idle], 'paralelo_network_received_bytes_total')[0]).toMatch(/\} 0$/);
  });

  it.each([
    ['a quote', 'a"} 1', String.raw`name="a\"} 1"`],
    ['a backslash before a quote', '\\"', String.raw`name="\\\""`],
    ['a line break', 'a\nparalelo_running 7', String.raw`name="a\nparalelo_running 7"`],
    ['half a surrogate pair', 'a\uD800b', 'name="a\uFFFDb"'],
    ['another alphabet', 'ação 🐳', 'name="ação 🐳"'],
  ])('keeps a name with %s in one label of one line', (_what, name, label) => {
    const lines = linesOf([{ ...MODULE, name }], 'paralelo_running');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${label},kind=`);
  });
});

describe('who is told of', () => {
  const instance = (over: Partial<Instance>): Instance => ({
    ...{ id: '41-900', kind: 'wasm', name: 'grow.wasm', args: [], state: 'running', pid: 41 },
    ...{ isProtected: false, isOfLab: true, actions: [] },
    ...over,
  });
  const run = {
    ...{ id: 'r-1', runtime: 'docker:runc', kind: 'container', state: 'running', instance: 'abc' },
    workload: { kind: 'twin', ref: 'grow', args: [] },
  } as unknown as RunStatus;

  it('has a guest of a live run once, as the run', () => {
    const container = instance({ id: 'abc', kind: 'container', engine: 'docker' });
    const wasmRun = { ...run, id: 'r-2', kind: 'wasm', runtime: 'v8', instance: '41' } as RunStatus;
    const other = instance({ id: '77-1', pid: 77, name: 'other' });
    const subjects = subjectsOf(
      [{ of: container }, { of: instance({}) }, { of: other }],
      [{ of: run }, { of: wasmRun }],
    );
    expect(subjects.map(({ id, engine }) => [id, engine])).toEqual([
      ['r-1', 'docker'],
      ['r-2', undefined],
      ['77-1', undefined],
    ]);
  });

  it('has an instance that no run of this lab hosts, paused or not', () => {
    const [paused] = subjectsOf([{ of: instance({ state: 'paused' }) }], []);
    expect(paused).toMatchObject({ id: '41-900', name: 'grow.wasm', isRunning: false });
  });
});
