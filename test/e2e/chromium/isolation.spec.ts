import { test } from '../support/console.js';
import { IsolationPage } from '../support/isolation-page.js';
import { isolationScenes } from '../support/isolation-scenes.js';

isolationScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async () => {
      const served = await startServed();
      const view = new IsolationPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});
