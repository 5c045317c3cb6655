import { test } from '../support/electron.js';
import { IsolationPage } from '../support/isolation-page.js';
import { isolationScenes } from '../support/isolation-scenes.js';

isolationScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async () => {
      const view = new IsolationPage((await launchApp()).page);
      await view.open();
      return view;
    });
  });
});
