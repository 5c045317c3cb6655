import { test } from '../support/console.js';
import { InstancesPage } from '../support/instances-page.js';
import { instancesScenes } from '../support/instances-scenes.js';

instancesScenes((title, body) => {
  test(title, async ({ context, startServed }) => {
    await body(async () => {
      const served = await startServed();
      const view = new InstancesPage(await context.newPage());
      await view.page.goto(served.url);
      await view.open();
      return view;
    });
  });
});
