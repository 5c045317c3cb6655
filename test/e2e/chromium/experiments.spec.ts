import { test } from '../support/console.js';
import { ExperimentsPage } from '../support/experiments-page.js';
import { experimentsScenes } from '../support/experiments-scenes.js';

experimentsScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async () => {
      const served = await startServed();
      const view = new ExperimentsPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});
