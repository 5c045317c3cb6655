import { test } from '../support/console.js';
import { RuntimesPage } from '../support/runtimes-page.js';
import { runtimesScenes } from '../support/runtimes-scenes.js';

runtimesScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async (env) => {
      const served = await startServed({ env });
      const view = new RuntimesPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});
