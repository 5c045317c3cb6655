import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { LabPage, OpenLab } from './lab-page.js';

/** With what a scene needs besides the page that it opens. */
export interface BrowserShell {
  openLab: OpenLab;
  /** One more page of the same lab. */
  openAnother(): Promise<Page>;
}
type Scene = (title: string, body: (shell: BrowserShell) => Promise<void>) => void;

const PROBE = resolve(import.meta.dirname, '../../fixtures/modules/probe.wasm');
const TWIN_PROBE = resolve(import.meta.dirname, '../../../resources/workloads/bin/probe.wasm');
/** Its only runtimes are V8 and the browser: what is tested here needs no engine. */
const NO_ENGINE = {
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  CONTAINER_HOST: 'unix:///nonexistent/podman.sock',
};

const browserLane = (lab: LabPage) =>
  lab.page.locator('[data-testid="lane"][data-runtime="browser"]');

async function openWithBrowserLane({ openLab }: BrowserShell): Promise<LabPage> {
  const lab = await openLab(NO_ENGINE);
  await lab.page.getByRole('button', { name: /^Lanes/ }).click();
  const dialog = lab.page.getByRole('dialog', { name: 'Lanes' });
  await expect(dialog.getByText(/^Chromium \d+\.\d+/)).toBeVisible();
  await dialog.getByRole('checkbox', { name: /^Browser/ }).check();
  await lab.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return lab;
}

async function chooseModule(lab: LabPage, module: string, args: string): Promise<void> {
  await lab.page.getByRole('button', { name: /^Program/ }).click();
  await lab.page.getByRole('radio', { name: /^Your own/ }).check();
  await lab.page.keyboard.press('Escape');
  await lab.page.getByRole('button', { name: /^Module / }).click();
  const dialog = lab.page.getByRole('dialog', { name: 'Module' });
  await dialog.getByLabel(/^Module for/).fill(module);
  await dialog.getByLabel(/^Arguments/).fill(args);
  await lab.page.keyboard.press('Escape');
}

/** Before its main, a guest whose page goes has failed to start. */
async function bothInMain(lab: LabPage): Promise<void> {
  await expect(lab.page.getByRole('region', { name: 'Start' }).getByText(/main at/)).toHaveCount(2);
}

/** What must work of the runtime `browser` in every shell. */
export function browserScenes(scene: Scene): void {
  scene('one module prints the same in V8 and in a worker of the page', async (shell) => {
    const lab = await openWithBrowserLane(shell);
    await lab.chooseProgram('sum');
    await lab.fill('Arguments', '--n 1000000');
    await lab.run();
    const lane = browserLane(lab);
    await expect(lane).toHaveAttribute('data-outcome', 'exited');
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'exited');
    const printed = lab.wasm.getByRole('log');
    await expect(printed).toHaveText(/^[0-9a-f]{16}\s*$/);
    const sum = (await printed.textContent()) ?? '';
    await expect(lane.getByRole('log')).toHaveText(sum);
  });

  scene(
    'a growth beyond the limit is refused in the page, and its memory is drawn',
    async (shell) => {
      const lab = await openWithBrowserLane(shell);
      await lab.chooseProgram('grow');
      await lab.fill('Memory', '32m');
      await lab.fill('Arguments', '--to 64m --step 1m --pace 20ms');
      await lab.run();
      const lane = browserLane(lab);
      await expect(lane).toHaveAttribute('data-outcome', 'memory-refused');
      await expect(lane).toContainText('memory refused, exit 7');
      await expect.poll(() => lab.pixelsOf(lane, 'Memory')).toBeGreaterThan(100);
    },
  );

  scene('a worker that computes for ever is stopped', async (shell) => {
    const lab = await openWithBrowserLane(shell);
    await lab.chooseProgram('spin');
    await lab.fill('Arguments', '--forever');
    await lab.fill('Time', '');
    await lab.run();
    const lane = browserLane(lab);
    await expect(lane).toHaveAttribute('data-state', 'running');
    await lab.stopButton.click();
    await expect(lane).toHaveAttribute('data-outcome', 'stopped');
    await expect(lane).toContainText('stopped by you');
  });

  scene('a trap in the page is told in plain words', async (shell) => {
    const lab = await openWithBrowserLane(shell);
    await chooseModule(lab, PROBE, 'trap division');
    await lab.run();
    await expect(browserLane(lab)).toHaveAttribute('data-outcome', 'trapped');
    await expect(browserLane(lab)).toContainText('divided an integer by zero');
  });

  // At an address that is known only as it runs: one that is constant never reaches a guard page.
  scene(
    'a guest that reads outside of its memory is trapped, and its page lives on',
    async (shell) => {
      const lab = await openWithBrowserLane(shell);
      await chooseModule(lab, TWIN_PROBE, 'try oob-read');
      await lab.run();
      await expect(browserLane(lab)).toHaveAttribute('data-outcome', 'trapped');
      await expect(browserLane(lab)).toContainText('outside');
    },
  );

  scene('a page that is loaded again ends its guests, and hosts new ones', async (shell) => {
    const lab = await openWithBrowserLane(shell);
    await lab.chooseProgram('spin');
    await lab.fill('Arguments', '--forever');
    await lab.fill('Time', '');
    await lab.run();
    const lane = browserLane(lab);
    await expect(lane).toHaveAttribute('data-state', 'running');
    await bothInMain(lab);
    await lab.page.reload();
    await expect(lane).toHaveAttribute('data-outcome', 'stopped');
    await expect(lane).toContainText('closed, loaded again or has crashed');
    await lab.stopButton.click();
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'stopped');
    await lab.run();
    await expect(lane).toHaveAttribute('data-state', 'running');
    await lab.stopButton.click();
    await expect(lane).toHaveAttribute('data-outcome', 'stopped');
  });

  scene('the page that was opened last hosts, and takes its guests with it', async (shell) => {
    const lab = await openWithBrowserLane(shell);
    const another = await shell.openAnother();
    await expect(another.getByRole('button', { name: /^Run/ })).toBeVisible();
    await lab.chooseProgram('spin');
    await lab.fill('Arguments', '--forever');
    await lab.fill('Time', '');
    await lab.run();
    const lane = browserLane(lab);
    await expect(lane).toHaveAttribute('data-state', 'running');
    await bothInMain(lab);
    await another.close();
    await expect(lane).toHaveAttribute('data-outcome', 'stopped');
    await expect(lane).toContainText('closed, loaded again or has crashed');
    await expect(lab.wasm).toHaveAttribute('data-state', 'running');
    await lab.stopButton.click();
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'stopped');
  });
}
