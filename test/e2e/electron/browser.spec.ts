import { browserScenes } from '../support/browser-scenes.js';
import { test } from '../support/electron.js';
import { LabPage } from '../support/lab-page.js';

browserScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    let launched: Awaited<ReturnType<typeof launchApp>> | undefined;
    await body({
      openLab: async (env) => {
        launched = await launchApp({ env: env ?? {} });
        const lab = new LabPage(launched.page);
        await lab.isReady();
        return lab;
      },
      openAnother: async () => {
        if (launched === undefined) throw new Error('The first window comes first.');
        const { app } = launched;
        const opened = app.waitForEvent('window');
        await app.evaluate(({ Menu }) => {
          Menu.getApplicationMenu()
            ?.items.flatMap((menu) => menu.submenu?.items ?? [])
            .find(({ label }) => label === 'New Window')
            ?.click();
        });
        return opened;
      },
    });
  });
});
