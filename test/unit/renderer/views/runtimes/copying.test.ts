import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import RuntimeDetails from '../../../../../src-renderer/views/runtimes/RuntimeDetails.svelte';
import { RUNTIMES } from '../../../../support/fake-machine.js';
import { fakeTryOut } from '../../../../support/fake-try-outs.js';
import { copiedBy, tabStops } from '../../copied.js';

afterEach(cleanup);

it('copies what each phase of a first start took with its unit; they are one stop of the Tab key', async () => {
  const runtime = RUNTIMES.find(({ id }) => id === 'docker:runc');
  if (runtime === undefined) throw new Error('none');
  const tryState = { is: 'done' as const, result: fakeTryOut('docker:runc') };
  const { container } = render(RuntimeDetails, { runtime, tryState });
  expect(await copiedBy(screen.getByRole('button', { name: '62 ms' }))).toBe('62 ms');
  expect(await copiedBy(screen.getByRole('button', { name: '169 ms' }))).toBe('169 ms');
  expect(tabStops(container.querySelector('.phases') as HTMLElement)).toBe(1);
});
