import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

/** Chooses it as a person would: Playwright cannot open a menu of the desktop. */
export async function choose(app: ElectronApplication, menu: string, label: string): Promise<void> {
  const found = await app.evaluate(
    ({ Menu }, [wantedMenu, wantedLabel]) => {
      const top = Menu.getApplicationMenu()?.items.find((item) => item.label === wantedMenu);
      const item = top?.submenu?.items.find((each) => each.label === wantedLabel);
      item?.click();
      return item !== undefined;
    },
    [menu, label],
  );
  expect(found, `${menu} > ${label}`).toBe(true);
}

/** By File > New Window. */
export async function openSecondWindow(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await choose(app, 'File', 'New Window');
  return opened;
}
