import { test } from '../support/console.js';
import { LabPage } from '../support/lab-page.js';
import { labScenes } from '../support/lab-scenes.js';

labScenes((title, body) => {
  test(title, async ({ page, startServed }) => {
    await body(async (env) => {
      const served = await startServed({ env: env ?? {} });
      await page.goto(served.url);
      const lab = new LabPage(page);
      await lab.isReady();
      return lab;
    });
  });
});
