import { test } from '../support/electron.js';
import { HistoryPage } from '../support/history-page.js';
import { historyScenes } from '../support/history-scenes.js';

historyScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async (env) => {
      const view = new HistoryPage((await launchApp({ env })).page);
      await view.open();
      return view;
    });
  });
});
