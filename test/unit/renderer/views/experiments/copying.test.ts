import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../../../src-main/contract/index.js';
import type { ExperimentResult, ResultTable } from '../../../../../src-main/contract/index.js';
import { looksOf, measureRows } from '../../../../../src-renderer/views/experiments/contenders.js';
import ContenderTable from '../../../../../src-renderer/views/experiments/result/ContenderTable.svelte';
import HonestyPanel from '../../../../../src-renderer/views/experiments/result/HonestyPanel.svelte';
import OwnTables from '../../../../../src-renderer/views/experiments/result/OwnTables.svelte';
import { copiedBy, tabStops } from '../../copied.js';
import { FakeExperiments } from '../../../../support/fake-experiments.js';
import { RUNTIMES } from '../../../../support/fake-machine.js';

afterEach(cleanup);

function aResult(): ExperimentResult {
  const plan = { experiment: 'startup', runtimes: ['docker:runc', 'v8'], runs: 40 };
  const lab = new FakeExperiments(
    () => undefined,
    () => RUNTIMES,
  );
  lab.answer('experiments.start', validate(ExperimentPlanSchema, plan, 'plan'));
  const [one] = lab.all;
  if (one === undefined) throw new Error('none');
  one.runs = 40;
  return lab.resultOf(one);
}
const body = () => screen.getAllByRole('rowgroup')[1] as HTMLElement;

it('copies a median with its unit, and an interval with the unit that stands in its column', async () => {
  const result = aResult();
  const looks = looksOf(result.plan, result, RUNTIMES);
  const measure = result.contenders[0]?.measures[0]?.id;
  render(ContenderTable, { rows: measureRows(result, measure, looks, true), caption: 'Startup' });
  const row = within(screen.getAllByTestId('contender')[0] as HTMLElement);
  const [median, interval, p5] = row.getAllByRole('button') as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  expect(await copiedBy(median)).toMatch(/^[\d.]+ ms$/);
  expect(interval.textContent).toMatch(/^[\d.]+ – [\d.]+$/);
  expect(await copiedBy(interval)).toBe(`${interval.textContent} ms`);
  expect(await copiedBy(p5)).toBe(`${p5.textContent} ms`);
  expect(tabStops(body())).toBe(1);
});

it('copies an amount of an experiment’s own table; words are no button', async () => {
  const columns = [
    { id: 'file', title: 'File', unit: 'B' },
    { id: 'most', title: 'At most' },
    { id: 'says', title: 'What it says' },
  ];
  const rows: ResultTable['rows'] = [
    { runtime: 'v8', cells: { file: 2048, most: '64.0 MiB', says: 'built 2 files' } },
    { runtime: 'wasmtime', cells: { most: '+4.7 ms', says: 'built' } },
  ];
  render(OwnTables, { tables: [{ id: 'sizes', title: 'Sizes', columns, rows }], looks: new Map() });
  const numbers = screen.getAllByRole('button');
  expect(numbers.map(({ textContent }) => textContent)).toEqual(['2.0 KiB', '64.0 MiB', '+4.7 ms']);
  expect(await copiedBy(numbers[0] as HTMLElement)).toBe('2.0 KiB');
  expect(await copiedBy(numbers[2] as HTMLElement)).toBe('+4.7 ms');
  expect(screen.getByText('built 2 files').tagName).toBe('TD');
  expect(tabStops(body())).toBe(1);
});

it('copies what the instrument and the machine add, not the words that there is nothing', async () => {
  const { honesty } = aResult();
  const before = { ...honesty.before, busyPercent: 12 };
  const during = { ...honesty.during };
  delete during.busyPercent;
  const told = { ...honesty, before, during, timerResolutionMs: 0.001 };
  delete told.samplerPercent;
  render(HonestyPanel, { honesty: told });
  expect(await copiedBy(screen.getByRole('button', { name: '1.00 µs' }))).toBe('1.00 µs');
  expect(await copiedBy(screen.getByRole('button', { name: '12 %' }))).toBe('12 %');
  expect(screen.queryByRole('button', { name: 'none' })).toBeNull();
  expect(screen.getAllByText('not told here').length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'not told here' })).toBeNull();
});
