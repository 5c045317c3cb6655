import { flushSync, mount, unmount } from 'svelte';
import ValueCharts from '../../../src-renderer/views/experiments/result/ValueCharts.svelte';
import '../../../src-renderer/styles/index.css';
import { looksOf, measureRows } from '../../../src-renderer/views/experiments/contenders.js';
import { FakeExperiments } from '../../support/fake-experiments.js';
import type { DrawTimes } from './times.js';

/** The charts of raw values alone: `npx vite test/window`, then `/charts/?runs=1000&contenders=10`. */
const query = new URLSearchParams(location.search);
const runs = Number(query.get('runs') ?? 1000);
const runtimes = Array.from({ length: Number(query.get('contenders') ?? 10) }, (_, at) =>
  at % 3 === 0 ? `docker:r${String(at)}` : `wasm${String(at)}`,
);
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app.');

const result = new FakeExperiments(
  () => undefined,
  () => [],
).resultOf({
  runs,
  status: {
    ...{ id: 'e1', state: 'ended', done: runs, total: runs },
    plan: {
      ...{ experiment: 'startup', runtimes, runs, warmUps: 0, seed: 1 },
      ...{ stop: { kind: 'runs' }, limits: {} },
    },
  },
});
const rows = measureRows(result, 'total', looksOf(result.plan, result, []), true);

/** Puts up the charts anew and waits until they are drawn. */
async function draw(): Promise<DrawTimes> {
  performance.clearMeasures();
  const startMs = performance.now();
  const charts = mount(ValueCharts, {
    target: target as HTMLElement,
    props: { rows, title: 'From the request to the end', isLog: true },
  });
  flushSync();
  const preparedMs = performance.now() - startMs;
  const plots = await plotted();
  // The task behind the frame: it has been handed over to be shown.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const shownMs = performance.now() - startMs;
  await unmount(charts);
  const paintedMs = plots.reduce((sum, { duration }) => sum + duration, 0);
  return { preparedMs, paintedMs, shownMs, values: runs * runtimes.length };
}

/** Both pictures: the strips and the distribution. */
async function plotted(): Promise<PerformanceEntryList> {
  for (;;) {
    const plots = performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('plot '));
    if (plots.length >= 2) return plots;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

Object.assign(window, { draw });
// For whoever looks at it.
if (query.get('show') === '1') {
  mount(ValueCharts, {
    target,
    props: { rows, title: 'From the request to the end', isLog: true },
  });
}
