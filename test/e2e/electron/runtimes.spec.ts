import { test } from '../support/electron.js';
import { RuntimesPage } from '../support/runtimes-page.js';
import { runtimesScenes } from '../support/runtimes-scenes.js';

runtimesScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async (env) => {
      const view = new RuntimesPage((await launchApp({ env })).page);
      await view.open();
      return view;
    });
  });
});
