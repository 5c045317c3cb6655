import { browserScenes } from '../support/browser-scenes.js';
import { test } from '../support/console.js';
import { LabPage } from '../support/lab-page.js';

browserScenes((title, body) => {
  test(title, async ({ page, startServed }) => {
    let origin = '';
    await body({
      openLab: async (env) => {
        const served = await startServed({ env: env ?? {} });
        origin = served.origin;
        await page.goto(served.url);
        const lab = new LabPage(page);
        await lab.isReady();
        return lab;
      },
      openAnother: async () => {
        const another = await page.context().newPage();
        await another.goto(origin);
        return another;
      },
    });
  });
});
