import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { Phase } from '../../../../../src-main/contract/index.js';
import StartPanel from '../../../../../src-renderer/views/lab/StartPanel.svelte';
import { copiedBy, tabStops } from '../../copied.js';

afterEach(cleanup);

const PHASES: Phase[] = [
  { name: 'create', startMs: 0, durationMs: 62, bound: 'b' },
  { name: 'start', startMs: 62, durationMs: 169, bound: 'b' },
  { name: 'main', startMs: 231, bound: 'b' },
];

it('copies when a lane’s program began with its unit; a lane is one stop of the Tab key', async () => {
  const lane = { hue: 'c1', kind: 'container' as const, phases: PHASES, waiting: 'preparing' };
  const lanes = ['docker:runc', 'docker:crun'].map((name) => ({ ...lane, key: name, name }));
  render(StartPanel, { lanes, idle: false });
  const [main] = screen.getAllByRole('button', { name: '231 ms' });
  expect(await copiedBy(main as HTMLElement)).toBe('231 ms');
  for (const each of screen.getAllByRole('listitem')) expect(tabStops(each)).toBe(1);
});

it('has nothing to copy before the program began', () => {
  const lane = { key: 'a', name: 'a', hue: 'c1', kind: 'container' as const };
  const lanes = [{ ...lane, phases: PHASES.slice(0, 1), waiting: 'starting' }];
  render(StartPanel, { lanes, idle: false });
  expect(screen.getByRole('listitem').textContent).toContain('starting');
  expect(screen.queryByRole('button', { name: /^\d+ ms$/ })).toBeNull();
});
