import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { STAND_IN_VERSION, standInWazero } from '../../support/stand-in.js';
import type { OpenRuntimes, RuntimesPage } from './runtimes-page.js';

type Scene = (title: string, body: (open: OpenRuntimes) => Promise<void>) => void;

/** Settings of the scene's own, kept from one start of a shell to the next. */
async function ownSettings(): Promise<Record<string, string>> {
  return { XDG_CONFIG_HOME: await mkdtemp(join(tmpdir(), 'paralelo-config-')) };
}

async function expectStarted(view: RuntimesPage, id: string): Promise<void> {
  await expect(view.row(id)).toHaveAttribute('data-try', 'done');
  await expect(view.row(id).locator('td.start')).toContainText(/\d ms/);
}

/** What must work in the Runtimes view in every shell, as a user does it. */
export function runtimesScenes(scene: Scene): void {
  scene('every runtime is listed with its version and who holds its limits', async (open) => {
    const view = await open(await ownSettings());
    await expect(view.row('v8')).toHaveAttribute('data-here', 'true');
    await expect(view.row('v8')).toContainText(/\d+\.\d+\.\d+/);
    await expect(view.row('v8')).toContainText('Time: enforced by the lab');
    await expect(view.row('docker:runc')).toContainText('Memory: enforced by the engine');
    await expect(view.page.locator('[data-engine="docker"]')).toContainText('unix://');
    await view.select('v8');
    await expect(view.details).toContainText('follows symbolic links out of a granted directory');
  });

  scene('hello is tried in V8 and in a container, and no lane shows it', async (open) => {
    const view = await open(await ownSettings());
    await view.row('v8').getByRole('button', { name: 'Try V8' }).click();
    await expectStarted(view, 'v8');
    await view.row('docker:runc').getByRole('button', { name: /^Try/ }).click();
    await expectStarted(view, 'docker:runc');
    await view.page.getByRole('link', { name: 'Lab', exact: true }).click();
    await expect(view.page.locator('[data-testid="lane"]').first()).toBeVisible();
    await expect(view.page.locator('[data-testid="lane"]:not([data-state="idle"])')).toHaveCount(0);
    await view.open();
    await expectStarted(view, 'v8');
  });

  scene('a path is refused in place, set, kept, and forgotten', async (open) => {
    const env = await ownSettings();
    const program = await standInWazero();
    const view = await open(env);
    await view.select('wazero');
    await view.setPath('/nowhere/wazero');
    await expect(view.details).toContainText('There is no file /nowhere/wazero.');
    await expect(view.pathField).toHaveAttribute('aria-invalid', 'true');
    await view.setPath(program);
    await expect(view.row('wazero')).toContainText(STAND_IN_VERSION);
    await expect(view.details).toContainText(program);
    await view.refresh.click();
    await expect(view.row('wazero')).toContainText(STAND_IN_VERSION);

    const again = await open(env);
    await expect(again.row('wazero')).toContainText(STAND_IN_VERSION);
    await again.select('wazero');
    await expect(again.pathField).toHaveValue(program);
    await again.page.getByRole('button', { name: 'Forget it' }).click();
    await expect(again.row('wazero')).not.toContainText(STAND_IN_VERSION);
  });

  scene('the keyboard alone opens the room, reads details and tries', async (open) => {
    const view = await open(await ownSettings());
    const { keyboard } = view.page;
    await view.page.getByRole('link', { name: 'Lab', exact: true }).click();
    const rooms = await view.page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('link')
      .allInnerTexts();
    for (let presses = 0; presses < rooms.indexOf('Runtimes'); presses += 1) {
      await keyboard.press('Tab');
    }
    await expect(view.page.getByRole('link', { name: 'Runtimes', exact: true })).toBeFocused();
    await keyboard.press('Enter');
    const inTable = (): Promise<boolean> =>
      view.page.evaluate(() => document.activeElement?.closest('table') != null);
    for (let presses = 0; presses < 10 && !(await inTable()); presses += 1) {
      await keyboard.press('Tab');
    }
    await keyboard.press('Home');
    const v8 = view.row('v8').locator('[data-cell="name"]');
    for (let presses = 0; presses < 40; presses += 1) {
      if (await v8.evaluate((each) => each === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    await expect(view.details).toContainText('V8');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expectStarted(view, 'v8');
    await keyboard.press('Escape');
    await expect(view.details).toBeHidden();
    await expect(v8).toBeFocused();
  });
}
