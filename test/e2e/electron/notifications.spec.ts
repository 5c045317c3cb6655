import { expect } from '@playwright/test';
import { test } from '../support/electron.js';
import { InstancesPage } from '../support/instances-page.js';
import { Others } from '../support/others.js';

declare global {
  var notified: string[];
}

test('an alert is a notification of the desktop, with the name as plain text', async ({
  launchApp,
}) => {
  const others = new Others();
  await others.prepare();
  const { app, page } = await launchApp();
  // The desktop itself cannot be had here: what it is asked to show is.
  await app.evaluate(({ Notification }) => {
    globalThis.notified = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      globalThis.notified.push(`${this.title} | ${this.body}`);
    };
  });
  try {
    const view = new InstancesPage(page);
    await view.open();
    await expect(view.row(await others.container('exec sleep 600'))).toBeVisible();
    const name = `oom-${String(Date.now())}`;
    const eats = 'x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done';
    await others.container(eats, { name, HostConfig: { Memory: 16 << 20 } });
    await expect
      .poll(() => app.evaluate(() => globalThis.notified))
      .toEqual([
        `Paralelo: ${name} | The kernel killed a process of ${name}: its memory limit was reached.`,
      ]);
  } finally {
    await others.removeAll();
  }
});
