import { expect, test } from '../support/console.js';
import { LabPage } from '../support/lab-page.js';

test('a room opens by keyboard, though its part of the page was not read at the start', async ({
  page,
  served,
}) => {
  const read: string[] = [];
  page.on('request', (request) => read.push(new URL(request.url()).pathname));
  await page.goto(served.url);
  expect(read.filter((path) => path.includes('IsolationView'))).toEqual([]);
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Isolation', level: 1 })).toBeAttached();
});

test('a room whose part of the page cannot be read says so, and is there at the second try', async ({
  page,
  served,
}) => {
  const part = '**/assets/IsolationView*.js*';
  await page.route(part, (route) => route.abort());
  await page.goto(served.url);
  const lab = new LabPage(page);
  await lab.isReady();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('alert')).toContainText('This part of the window cannot be read.');
  await page.unroute(part);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Isolation', level: 1 })).toBeAttached();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
