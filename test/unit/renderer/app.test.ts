import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '../../../src-main/contract/index.js';
import App from '../../../src-renderer/App.svelte';
import { copiedBy } from './copied.js';
import { FakeLab } from '../../support/fake-lab.js';
import { inLane, lane, renderApp, renderOn, runButton, untilState } from './render-app.js';

const started = (lab: FakeLab) =>
  lab.requests.filter(({ name }) => name === 'comparisons.start').map(({ params }) => params);

const asked = (lab: FakeLab): string[] => lab.requests.map(({ name }) => name);

const lanesShown = (): (string | undefined)[] =>
  screen.getAllByTestId('lane').map(({ dataset }) => dataset['runtime']);

const FRAMES_AND_TIMERS = [
  ...(['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] as const),
];
afterEach(() => vi.useRealTimers());

describe('a window just opened', () => {
  it('offers the first container and the first Wasm runtime as lanes', async () => {
    await renderApp();
    const lanes = screen.getAllByTestId('lane').map(({ dataset }) => dataset);
    expect(lanes.map(({ runtime, state }) => [runtime, state])).toEqual([
      ['docker:runc', 'idle'],
      ['v8', 'idle'],
    ]);
  });

  it.each([
    ['when its first numbers are there', 100, (lab: FakeLab) => lab.pushHost()],
    ['soon without any', 400, () => undefined],
  ])('makes its rooms %s', async (_when, waitMs, come) => {
    vi.useFakeTimers({ toFake: FRAMES_AND_TIMERS });
    const lab = new FakeLab({ speed: 0 });
    render(App, { connection: { transport: lab, onState: lab.onState } });
    await vi.advanceTimersByTimeAsync(200);
    expect(screen.queryAllByTestId('lane')).toEqual([]);
    come(lab);
    await vi.advanceTimersByTimeAsync(waitMs);
    expect(screen.getAllByTestId('lane')).toHaveLength(2);
  });

  it('is shown with its first numbers, asks for its settings before them and for runtimes behind them', async () => {
    vi.useFakeTimers({ toFake: FRAMES_AND_TIMERS });
    const lab = new FakeLab({ speed: 0 });
    const { container } = render(App, { connection: { transport: lab, onState: lab.onState } });
    const frame = container.querySelector<HTMLElement>('.window');
    await vi.advanceTimersByTimeAsync(40);
    expect(frame?.hidden).toBe(true);
    expect(asked(lab)[0]).toBe('settings.get');
    expect(asked(lab)).not.toContain('runtimes.list');
    lab.pushHost();
    await vi.advanceTimersByTimeAsync(0);
    expect(frame?.hidden).toBe(false);
    expect(asked(lab)).not.toContain('runtimes.list');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked(lab)).toContain('runtimes.list');
    expect(asked(lab).filter((name) => name === 'settings.get')).toHaveLength(1);
  });

  it('is shown soon without any numbers', async () => {
    vi.useFakeTimers({ toFake: FRAMES_AND_TIMERS });
    const lab = new FakeLab({ speed: 0 });
    const { container } = render(App, { connection: { transport: lab, onState: lab.onState } });
    await vi.advanceTimersByTimeAsync(60);
    expect(container.querySelector<HTMLElement>('.window')?.hidden).toBe(false);
  });

  it('says which twin it will run, with its example’s arguments', async () => {
    await renderApp();
    expect(screen.getByRole('textbox', { name: 'Arguments' })).toHaveProperty(
      'value',
      '--to 128m --step 1m --pace 20ms --hold 1s',
    );
  });

  it('says without an engine how to get one, and still runs Wasm', async () => {
    const lab = await renderApp({ docker: false });
    expect(screen.getByRole('note').textContent).toContain('sudo apt-get install docker.io');
    await fireEvent.click(runButton());
    await untilState('preparing');
    expect(started(lab)).toMatchObject([{ lanes: [{ runtime: 'v8' }] }]);
  });

  it('takes a container as a lane when an engine is found later, until lanes were chosen', async () => {
    const lab = await renderApp({ docker: false });
    const found = async (from: FakeLab): Promise<unknown> =>
      ((await from.invoke('runtimes.list', {})) as { result: unknown }).result;
    const [withEngine, without] = [await found(new FakeLab()), await found(lab)];
    lab.push('runtimes.changed', withEngine);
    await waitFor(() => expect(lanesShown()).toEqual(['docker:runc', 'v8']));
    lab.push('runtimes.changed', without);
    await waitFor(() => expect(lanesShown()).toEqual(['v8']));
    await fireEvent.click(screen.getByRole('button', { name: /^Lanes/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'One more V8 lane' }));
    lab.push('runtimes.changed', withEngine);
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /runc/ })).toBeTruthy());
    expect(lanesShown()).toEqual(['v8', 'v8']);
  });

  it('tells the lab whether anybody looks', async () => {
    const lab = await renderApp();
    expect(lab.sends).toEqual([{ name: 'client.visible', params: { visible: true } }]);
  });

  it('shows the notice of a shell that is a stand-in', async () => {
    await renderApp({ notice: 'An old Electron, for tests.' });
    expect(screen.getByText('An old Electron, for tests.')).toBeTruthy();
  });
});

describe('a run', () => {
  it('goes from preparing to how each lane ended', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.playTo(300);
    await untilState('running');
    lab.playTo(5000);
    await untilState('ended');
    expect(lane('docker:runc').dataset.outcome).toBe('oom-killed');
    expect(lane('v8').dataset.outcome).toBe('memory-refused');
    expect(inLane('docker:runc').getByTestId('outcome').textContent).toContain('OOM-killed');
    expect(inLane('v8').getByText(/memory.grow was refused/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Run again' })).toBeTruthy();
  });

  it('sends the same limits and least privileges to every lane', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    const common = {
      limits: { memoryBytes: 67_108_864, timeoutMs: 10_000, pids: 64 },
      grants: { network: 'none' },
      privileges: { capAdd: [], readOnlyRoot: true, noNewPrivileges: true, seccomp: 'default' },
      bestEffort: true,
    };
    expect(started(lab)).toMatchObject([{ lanes: [common, common] }]);
  });

  it('starts with Ctrl+Enter and stops with Escape', async () => {
    const lab = await renderApp();
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await untilState('preparing');
    lab.playTo(400);
    await untilState('running');
    await fireEvent.keyDown(window, { key: 'Escape' });
    await untilState('ended');
    expect(inLane('v8').getByText('You stopped it.')).toBeTruthy();
  });

  it('does not start while a field does not fit, and says which', async () => {
    const lab = await renderApp();
    const memory = screen.getByRole('textbox', { name: 'Memory' });
    await fireEvent.input(memory, { target: { value: '64 potatoes' } });
    expect(memory.getAttribute('aria-invalid')).toBe('true');
    await fireEvent.click(runButton());
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    expect(started(lab)).toEqual([]);
  });

  it('says before the run what a runtime cannot hold', async () => {
    await renderApp();
    const cpu = screen.getByRole('textbox', { name: 'CPU' });
    await fireEvent.input(cpu, { target: { value: '1' } });
    const note = screen.getByRole('note');
    expect(note.textContent).toContain('V8 cannot hold the CPU limit: it runs without it.');
  });

  it('shows a refused start as a notice with what to do, and keeps the form', async () => {
    await renderApp({
      startError: new LabError('engine-permission', 'Docker refused.', 'Type `sudo x`.'),
    });
    await fireEvent.click(runButton());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Docker refused.');
    expect(within(alert).getByText('sudo x').tagName).toBe('CODE');
    expect(runButton().getAttribute('aria-disabled')).toBe('false');
  });

  it('puts what a guest prints on the page as text only', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.push('runs.output', [
      {
        runId: lab.runs[1]?.status.id,
        stream: 'stdout',
        text: '<img src=x>\u001b[31m\u202e',
        skippedBytes: 2048,
      },
    ]);
    const log = inLane('v8').getByRole('log');
    await waitFor(() => expect(log.textContent).toContain('<img src=x>␛[31m⟨U+202E⟩'));
    expect(log.textContent).toContain('2.0 KiB not shown');
    expect(log.querySelector('img')).toBeNull();
  });

  it('shows the start of each lane and what bounds a phase', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.playTo(400);
    await untilState('running');
    const start = screen.getByRole('region', { name: 'Start' });
    expect(start.textContent).toContain('main at 231 ms');
    expect(within(start).getByRole('button', { name: 'create 62 ms' })).toBeTruthy();
    expect(await copiedBy(within(start).getByRole('button', { name: '231 ms' }))).toBe('231 ms');
  });

  it('copies a peak and a phase out of the details of a lane', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.playTo(60_000);
    await untilState('ended');
    await fireEvent.click(screen.getByRole('button', { name: /^Details of Docker, runc/ }));
    const details = within(await screen.findByRole('dialog', { name: 'Details of Docker, runc' }));
    expect(await copiedBy(details.getByRole('button', { name: '62.0 ms' }))).toBe('62.0 ms');
    expect(await copiedBy(details.getByRole('button', { name: '64.7 MiB' }))).toBe('64.7 MiB');
  });

  it('tells screen readers how the lanes ended', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.playTo(5000);
    await untilState('ended');
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said.join()).toContain('Docker, runc: OOM-killed after 1.55 s.');
  });
});

describe('a connection', () => {
  it('that is lost is said, and nothing can be started', async () => {
    const lab = await renderApp();
    lab.become('lost');
    expect(await screen.findByText(/connection to the lab is lost/)).toBeTruthy();
    await fireEvent.click(runButton());
    expect(started(lab)).toEqual([]);
  });

  it('that comes back catches up with what happened meanwhile', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.playTo(400);
    await untilState('running');
    lab.become('lost');
    lab.playTo(5000);
    lab.become('connected');
    await untilState('ended');
    expect(inLane('v8').getByRole('log').textContent).toContain('refused at');
  });

  it('that comes back does not undo what was typed', async () => {
    const lab = await renderApp();
    const args = screen.getByRole('textbox', { name: 'Arguments' });
    await fireEvent.input(args, { target: { value: '--to 1m' } });
    lab.become('lost');
    lab.become('connected');
    await waitFor(() =>
      expect(lab.requests.filter(({ name }) => name === 'runs.live').length).toBe(2),
    );
    expect(args).toHaveProperty('value', '--to 1m');
  });

  it('of a second window shows what runs already', async () => {
    const lab = new FakeLab({ speed: 0, prepareMs: 0 });
    await lab.invoke('comparisons.start', {
      lanes: [{ runtime: 'v8', workload: { kind: 'twin', ref: 'spin' } }],
    });
    lab.playTo(900);
    await renderOn(lab);
    await untilState('running');
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
    expect(inLane('v8').getByText(/In main\(\) since/)).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Program/ }).textContent).toContain('spin'),
    );
  });

  it('that cannot say what became of a run does not leave it running for ever', async () => {
    const lab = await renderApp();
    await fireEvent.click(runButton());
    await untilState('preparing');
    lab.become('lost');
    lab.runs.splice(0);
    lab.become('connected');
    await untilState('missed');
    expect(runButton()).toBeTruthy();
  });
});
