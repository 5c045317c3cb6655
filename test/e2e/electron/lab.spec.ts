import { test } from '../support/electron.js';
import { LabPage } from '../support/lab-page.js';
import { labScenes } from '../support/lab-scenes.js';

labScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async (env) => {
      const lab = new LabPage((await launchApp({ env: env ?? {} })).page);
      await lab.isReady();
      return lab;
    });
  });
});
