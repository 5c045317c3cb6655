import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../../../../../src-main/contract/index.js';
import type { Alert } from '../../../../../../src-main/contract/index.js';
import { Machine } from '../../../../../../src-renderer/state/machine.svelte.js';
import AlertsButton from '../../../../../../src-renderer/views/instances/alerts/AlertsButton.svelte';
import { ALERTS, WEB } from '../../../../../support/fake-instance-data.js';
import { FakeDetailsLab } from '../../../../../support/fake-instance-details.js';

afterEach(cleanup);

async function show() {
  const lab = new FakeDetailsLab();
  const client = new Client(lab);
  const machine = new Machine(client);
  await machine.load();
  const onSelect = vi.fn();
  render(AlertsButton, { client, machine, instances: [WEB], onSelect });
  await screen.findByRole('button', { name: 'Alerts, 3 new' });
  return { lab, machine, onSelect };
}
const raised = (nth: number): Alert => ({
  id: `new-${String(nth)}`,
  rule: 'restartLoop',
  instanceId: WEB.id,
  name: `<b>web</b> ${String(nth)}`,
  atIso: new Date().toISOString(),
  tMs: 300_000 + nth,
  message: 'It was started 3 times within 60 s.',
  hint: 'Look at its log.',
});
const bell = () => screen.getByRole('button', { name: /^Alerts/ });
const toasts = () => screen.getByRole('status', { name: 'Alerts' });

describe('the alerts', () => {
  it('are counted until somebody has looked at them', async () => {
    const { lab } = await show();
    await fireEvent.click(bell());
    expect(bell().getAttribute('aria-label')).toBe('Alerts');
    lab.push('monitor.alert', raised(1));
    await screen.findByRole('button', { name: 'Alerts, 1 new' });
  });

  it('are listed newest first, and one whose instance is here leads to it', async () => {
    const { onSelect } = await show();
    await fireEvent.click(bell());
    const dialog = screen.getByRole('dialog');
    const items = within(dialog).getAllByRole('listitem');
    expect(items.map((item) => item.querySelector('b')?.textContent)).toEqual([
      'mandelbrot.wasm',
      'shop-web-1',
      'shop-web-1',
    ]);
    expect(within(items[0] as HTMLElement).getByRole('button')).toHaveProperty('disabled', true);
    await fireEvent.click(within(items[1] as HTMLElement).getByRole('button'));
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(WEB.id);
    expect(items[1]?.textContent).toContain(ALERTS[1]?.hint);
  });

  it('pop up, three at most, as text, and can be dismissed or followed', async () => {
    const { lab, onSelect } = await show();
    expect(toasts().getAttribute('aria-live')).toBe('polite');
    for (let nth = 1; nth <= 4; nth += 1) lab.push('monitor.alert', raised(nth));
    await waitFor(() => expect(within(toasts()).getAllByRole('group')).toHaveLength(3));
    expect(toasts().textContent).not.toContain('web</b> 1');
    expect(toasts().textContent).toContain('Restart loop: <b>web</b> 2');
    const [first, second] = within(toasts()).getAllByRole('group');
    await fireEvent.click(within(first as HTMLElement).getByRole('button', { name: 'Dismiss' }));
    expect(within(toasts()).getAllByRole('group')).toHaveLength(2);
    expect(onSelect).not.toHaveBeenCalled();
    await fireEvent.click(within(second as HTMLElement).getByText(/started 3 times/));
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(WEB.id);
    expect(within(toasts()).getAllByRole('group')).toHaveLength(1);
  });

  it('do not pop up in a window that is hidden', async () => {
    const { lab } = await show();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    lab.push('monitor.alert', raised(1));
    await screen.findByRole('button', { name: 'Alerts, 4 new' });
    expect(within(toasts()).queryAllByRole('group')).toHaveLength(0);
    hidden.mockRestore();
  });
});

describe('the rules of the alerts', () => {
  it('are saved when they fit, and say at the field when they do not', async () => {
    const { lab, machine } = await show();
    await fireEvent.click(bell());
    await fireEvent.click(screen.getByRole('button', { name: 'Rules' }));
    const percent = screen.getByRole('textbox', { name: 'Percent of the limit' });
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveProperty('disabled', true);
    await fireEvent.input(percent, { target: { value: '120' } });
    expect(percent.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByText('Between 1 and 100 %.').length).toBeGreaterThan(0);
    expect(save).toHaveProperty('disabled', true);
    await fireEvent.input(percent, { target: { value: '80' } });
    await fireEvent.click(screen.getByRole('switch', { name: /^OOM kill/ }));
    await fireEvent.click(save);
    await screen.findByText('Saved.');
    expect(lab.monitor?.alerts).toMatchObject({
      memoryAbove: { enabled: true, percent: 80, forMs: 30_000 },
      oomKill: { enabled: false },
    });
    expect(machine.settings?.settings.monitor.alerts.memoryAbove.percent).toBe(80);
  });
});
