import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../../../../../src-main/contract/index.js';
import type { Instance } from '../../../../../../src-main/contract/index.js';
import { Comparison } from '../../../../../../src-renderer/state/comparison.svelte.js';
import { Machine } from '../../../../../../src-renderer/state/machine.svelte.js';
import InstanceDetails from '../../../../../../src-renderer/views/instances/details/InstanceDetails.svelte';
import { copiedBy, tabStops } from '../../../copied.js';
import { HOSTILE, MODULE, WEB } from '../../../../../support/fake-instance-data.js';
import { FakeDetailsLab } from '../../../../../support/fake-instance-details.js';
import type { FakeDetailsOptions } from '../../../../../support/fake-instance-details.js';

afterEach(cleanup);

function show(options: FakeDetailsOptions = {}) {
  const lab = new FakeDetailsLab(options);
  const client = new Client(lab);
  const comparison = new Comparison(client, () => []);
  const onOpenInLab = vi.fn();
  const props = {
    client,
    machine: new Machine(client),
    comparison,
    instance: lab.instance,
    memoryName: 'workingSetBytes' as const,
    connected: true,
    onClose: vi.fn(),
    onOpenInLab,
  };
  const { rerender, unmount } = render(InstanceDetails, props);
  const become = (instance: Partial<Instance>) =>
    rerender({ instance: { ...lab.instance, ...instance } });
  return { lab, comparison, onOpenInLab, become, unmount, props };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const openTab = (name: string) =>
  fireEvent.click(screen.getByRole('tab', { name: new RegExp(name) }));
const acts = (lab: FakeDetailsLab) =>
  lab.asked.filter(({ name }) => name === 'instances.act').length;

describe('the details of an instance', () => {
  it('record it from a click on, until the next one, and say why they cannot', async () => {
    const { lab } = show();
    const ready = (name: string) =>
      waitFor(() => expect(button(name)).toHaveProperty('disabled', false));
    await fireEvent.click(button('Record'));
    await ready('Stop recording');
    expect([...lab.recordings.live]).toEqual([lab.instance.id]);
    await fireEvent.click(button('Stop recording'));
    await ready('Record');
    expect(lab.recordings.live.size).toBe(0);
    lab.settings.preferences.store = { ...lab.settings.preferences.store, isRecording: false };
    await fireEvent.click(button('Record'));
    await screen.findByText('It is off.');
  });

  it('show that another window records it', async () => {
    const { lab } = show();
    await screen.findByRole('button', { name: 'Record' });
    lab.recordings.answer('recordings.start', { id: lab.instance.id });
    await screen.findByRole('button', { name: 'Stop recording' });
  });

  it('move between tabs with the arrow keys, one stop of the Tab key', async () => {
    show();
    const live = screen.getByRole('tab', { name: 'Live' });
    expect(live.tabIndex).toBe(0);
    live.focus();
    await fireEvent.keyDown(live, { key: 'ArrowLeft' });
    const events = screen.getByRole('tab', { name: 'Events' });
    expect(document.activeElement).toBe(events);
    expect(events.getAttribute('aria-selected')).toBe('true');
    expect(live.tabIndex).toBe(-1);
    expect(screen.getByRole('tabpanel', { name: 'Events' })).toBeTruthy();
  });

  it('show hostile names as text only', async () => {
    show({ instance: HOSTILE });
    const region = screen.getByRole('region', { name: /^Details of/ });
    expect(within(region).getByRole('heading', { level: 2 }).textContent).toContain(
      '<img src=x onerror="alert(1)"> ⟨U+202E⟩gnp.exe',
    );
    await openTab('Events');
    await screen.findByText(/<script>alert\(1\)<\/script>/);
    expect(region.querySelector('img, script')).toBeNull();
  });

  it('have no buttons for what is protected, and say why', () => {
    show({ instance: { ...WEB, isProtected: true } });
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(screen.getByText(/neither stopped nor removed from here/)).toBeTruthy();
  });

  it('remove only after a yes, with the focus on Cancel, and Escape takes it back', async () => {
    const { lab } = show();
    await fireEvent.click(button('Remove'));
    const question = screen.getByRole('group', { name: 'Confirm: Remove' });
    expect(question.textContent).toContain('killed first');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await fireEvent.keyDown(question, { key: 'Escape' });
    expect(screen.queryByRole('group', { name: /^Confirm/ })).toBeNull();
    expect(acts(lab)).toBe(0);
    await fireEvent.click(button('Remove'));
    await fireEvent.click(
      within(screen.getByRole('group', { name: 'Confirm: Remove' })).getByRole('button', {
        name: 'Remove',
      }),
    );
    await screen.findByText('Removed');
    expect(acts(lab)).toBe(1);
  });

  it('disable all actions while one is under way, then tell its result', async () => {
    const { lab, become } = show({ holdsActions: true });
    await fireEvent.click(button('Stop'));
    const question = screen.getByRole('group', { name: 'Confirm: Stop' });
    await fireEvent.click(within(question).getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopping…')).toBeTruthy();
    expect(button('Kill')).toHaveProperty('disabled', true);
    lab.release();
    await become({ state: 'exited', exitCode: 0, actions: ['start', 'remove'] });
    expect(await screen.findByText('Stopped, exit code 0')).toBeTruthy();
  });

  it('say what a run of the Lab would leave out before its form is filled', async () => {
    const { comparison, onOpenInLab } = show();
    await fireEvent.click(button('Open in Lab'));
    await screen.findByText(/port 8080/);
    expect(onOpenInLab).not.toHaveBeenCalled();
    await fireEvent.click(button('Fill the Lab’s form'));
    expect(onOpenInLab).toHaveBeenCalledOnce();
    expect(comparison.proposed?.workload.ref).toBe('registry.example/shop/web:2.4.1');
  });

  it('list children under their parents', async () => {
    show();
    await openTab('Processes');
    await screen.findByRole('table');
    const rows = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelector('.number')?.textContent);
    expect(rows).toEqual(['41207', '41260', '41261', '41300', '42001']);
  });

  it('copy what a process uses with its unit', async () => {
    show();
    await openTab('Processes');
    const table = await screen.findByRole('table');
    const [cpuTime, rss] = within(table).getAllByRole('button') as [HTMLElement, HTMLElement];
    expect(await copiedBy(cpuTime)).toBe('1 m 21 s');
    expect(await copiedBy(rss)).toMatch(/^[\d.]+ MiB$/);
    expect(tabStops(table)).toBe(1);
  });

  it('copy a figure of a live chart’s legend, beside the button that hides its line', async () => {
    show();
    await openTab('Live');
    const memory = within(await screen.findByRole('region', { name: 'Memory' }));
    const name = memory.getByRole('button', { name: 'Working set' });
    const line = name.closest('li') as HTMLElement;
    const figure = within(line).getByRole('button', { name: /MiB$/ });
    expect(await copiedBy(figure)).toBe(figure.textContent);
    expect(name.getAttribute('aria-pressed')).toBe('true');
    expect(tabStops(line.parentElement as HTMLElement)).toBe(1);
    await fireEvent.click(name);
    expect(within(line).queryByRole('button', { name: /MiB$/ })).toBeNull();
    const cpu = within(screen.getByRole('region', { name: 'CPU' }));
    expect(await copiedBy(cpu.getByRole('button', { name: /%$/ }))).toMatch(/^[\d.]+ %$/);
  });

  it('filter the configuration by names and values', async () => {
    show();
    await openTab('Configuration');
    await screen.findByText('NODE_ENV');
    await fireEvent.input(screen.getByRole('textbox', { name: /^Filter/ }), {
      target: { value: 'HELLO' },
    });
    expect(screen.queryByText('NODE_ENV')).toBeNull();
    expect(screen.getByText('GREETING')).toBeTruthy();
  });

  it('tell when the instance is gone', async () => {
    show({ isGone: true });
    await openTab('Isolation');
    expect((await screen.findByRole('alert')).textContent).toContain('no instance with this id');
  });
});

describe('the log of an instance', () => {
  it('is text, marks stderr, and is closed with its tab', async () => {
    const { lab } = show({ logLines: 9 });
    await openTab('Logs');
    const log = await screen.findByRole('log');
    await waitFor(() => expect(log.textContent).toContain('upstream timed out'));
    expect(log.textContent).toContain('<img src=x onerror="alert(1)">');
    expect(log.querySelector('img, script, a')).toBeNull();
    expect(log.querySelector('.stderr')?.textContent).toContain('(stderr)');
    expect(log.querySelector('.fg-2')?.textContent).toBe('INFO');
    expect(lab.openLogs.size).toBe(1);
    await openTab('Live');
    await waitFor(() => expect(lab.openLogs.size).toBe(0));
  });

  it('is closed when the details go', async () => {
    const { lab, unmount } = show();
    await openTab('Logs');
    await waitFor(() => expect(lab.openLogs.size).toBe(1));
    unmount();
    await waitFor(() => expect(lab.openLogs.size).toBe(0));
  });

  it('counts what is found, and steps through it and around', async () => {
    show({ logLines: 18 });
    await openTab('Logs');
    const log = await screen.findByRole('log');
    await waitFor(() => expect(log.textContent).toContain('upstream'));
    await fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
    const field = screen.getByRole('textbox', { name: 'Search the log' });
    expect(document.activeElement).toBe(field);
    await fireEvent.input(field, { target: { value: 'error' } });
    const found = () => field.parentElement?.querySelector('[role=status]')?.textContent;
    await waitFor(() => expect(found()).toMatch(/of 4$/));
    const before = found();
    for (let step = 0; step < 4; step += 1) await fireEvent.keyDown(field, { key: 'Enter' });
    expect(found()).toBe(before);
    await fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(found()).not.toBe(before);
    await fireEvent.input(field, { target: { value: 'not there' } });
    await waitFor(() => expect(found()).toBe('none'));
  });

  it('says how many lines were dropped and skipped', async () => {
    const { lab } = show({ logLines: 20_005 });
    await openTab('Logs');
    await screen.findByText(/^5 older lines dropped/);
    lab.pushLogs([], 12);
    await screen.findByText(/^12 lines skipped/);
  });

  it('is explained, not failed, where a process writes to a terminal', async () => {
    show({ instance: MODULE });
    await openTab('Logs');
    expect(await screen.findByText('No log here')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('log')).toBeNull();
  });
});
