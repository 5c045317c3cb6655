import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { SideBySide, Trend } from '../../../../../src-main/contract/index.js';
import { short, valueText } from '../../../../../src-renderer/views/experiments/words.js';
import EntryDetails from '../../../../../src-renderer/views/history/EntryDetails.svelte';
import RatioTable from '../../../../../src-renderer/views/history/side-by-side/RatioTable.svelte';
import { lettered } from '../../../../../src-renderer/views/history/side-by-side/result-rows.js';
import TrendTable from '../../../../../src-renderer/views/history/trend/TrendTable.svelte';
import { copiedBy, tabStops } from '../../copied.js';
import { FakeHistory } from '../../../../support/fake-history.js';
import { aRecordedRun } from '../../../../support/fake-records.js';

afterEach(cleanup);

const body = () => screen.getAllByRole('rowgroup')[1] as HTMLElement;
const button = (name: string) => screen.getAllByRole('button', { name })[0] as HTMLElement;

it('copies a ratio with its interval, and a median with its unit and its interval', async () => {
  const history = new FakeHistory();
  const recorded = history.experiments.slice(0, 2);
  const ids = recorded.map(({ entry }) => entry.id);
  const told = history.answer('history.compare', { ids }) as SideBySide;
  const [measure] = told.measures;
  render(RatioTable, { results: lettered(recorded), told, measure, looks: new Map() });
  const [ratio] = told.ratios;
  if (ratio === undefined) throw new Error('none');
  const [low, high] = ratio.ci95;
  expect(await copiedBy(button(`${short(ratio.value)}×`))).toBe(
    `${short(ratio.value)}× (${short(low)} – ${short(high)})`,
  );
  const median = within(body()).getAllByRole('button')[0] as HTMLElement;
  expect(await copiedBy(median)).toMatch(/^[\d.]+ ms \([\d.]+ – [\d.]+\)$/);
  expect(tabStops(body())).toBe(1);
});

it('copies a median of a trend with its interval; arrows move between moments and numbers', async () => {
  const history = new FakeHistory();
  const entryId = history.experiments[0]?.entry.id ?? '';
  const trend = history.answer('history.trend', { id: entryId }) as Trend;
  const [measure] = trend.measures;
  const onOpen = vi.fn();
  render(TrendTable, { trend, measure, entryId, onOpen });
  const newest = trend.points[trend.points.length - 1];
  const value = newest?.contenders
    .find(({ runtime }) => runtime === trend.runtimes[0])
    ?.values.find(({ id }) => id === measure?.id);
  if (value === undefined) throw new Error('none');
  const text = valueText(value.median, 'ms');
  const [low, high] = value.ci95;
  expect(await copiedBy(button(text))).toBe(`${text} (${short(low)} – ${short(high)})`);
  expect(tabStops(body())).toBe(1);
  const [moment] = within(body()).getAllByRole('button');
  moment?.focus();
  await fireEvent.keyDown(moment as HTMLElement, { key: 'ArrowRight' });
  expect(document.activeElement?.textContent).toBe(text);
  await fireEvent.click(moment as HTMLElement);
  expect(onOpen).toHaveBeenCalledWith(newest?.id);
});

it('copies a peak of a recorded run with its unit, without the name of what it counts', async () => {
  const does = vi.fn();
  const acts = { onOpen: does, onExport: does, onRemove: does, onRestore: does };
  render(EntryDetails, {
    ...{ entry: aRecordedRun(1, 'v8').entry, blocked: undefined, onAgain: undefined },
    ...{ ...acts, onTrend: undefined, onAnnotate: does, onClose: does },
  });
  expect(screen.getByText('Peak').nextElementSibling?.textContent.replace(/\s+/g, ' ').trim()).toBe(
    '61.0 MiB cgroup, 61.0 MiB RSS',
  );
  expect(await copiedBy(button('61.0 MiB'))).toBe('61.0 MiB');
});
