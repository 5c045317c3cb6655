import { test } from '../support/console.js';
import { HistoryPage } from '../support/history-page.js';
import { historyScenes } from '../support/history-scenes.js';

historyScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async (env) => {
      const served = await startServed({ env });
      const view = new HistoryPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});
