import { test } from '../support/electron.js';
import { InstancesPage } from '../support/instances-page.js';
import { instancesScenes } from '../support/instances-scenes.js';

instancesScenes((title, body) => {
  test(title, async ({ launchApp }) => {
    await body(async () => {
      const view = new InstancesPage((await launchApp()).page);
      await view.open();
      return view;
    });
  });
});
