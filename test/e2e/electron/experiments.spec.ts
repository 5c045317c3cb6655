import { test } from '../support/electron.js';
import { ExperimentsPage } from '../support/experiments-page.js';
import { experimentsScenes } from '../support/experiments-scenes.js';

experimentsScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async () => {
      const view = new ExperimentsPage((await launchApp()).page);
      await view.open();
      return view;
    });
  });
});
