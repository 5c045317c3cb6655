import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/console.js';

test('the printed link opens the page and leaves neither token nor key in the address', async ({
  page,
  served,
}) => {
  await page.goto(served.url);
  await expect(page).toHaveTitle('Paralelo');
  await expect(page).toHaveURL(`${served.origin}/`);
});

test('a reload and a further tab need no new link', async ({ context, page, served }) => {
  await page.goto(served.url);
  await page.reload();
  await expect(page).toHaveTitle('Paralelo');
  const second = await context.newPage();
  await second.goto(served.origin);
  await expect(second).toHaveTitle('Paralelo');
});

test('the link does not work in a second browser', async ({ browser, page, served }) => {
  await page.goto(served.url);
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  const response = await other.goto(served.url);
  expect(response?.status()).toBe(403);
  await expect(other.getByRole('heading', { name: 'This link was used already' })).toBeVisible();
  expect((await other.goto(served.origin))?.status()).toBe(403);
  await expect(other.getByRole('heading', { name: 'This page needs its link' })).toBeVisible();
  await stranger.close();
});

test('a page on another port, which gets the same cookies, can neither read nor connect', async ({
  page,
  served,
}) => {
  await page.goto(served.url);
  const other = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<title>other</title>');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const asked = once(other, 'request') as Promise<[IncomingMessage]>;
  await page.goto(`http://127.0.0.1:${String(port)}/`);
  const [request] = await asked;
  // In this world the danger is real: the other port did get the cookie.
  expect(request.headers.cookie).toContain('paralelo-');
  const outcome = await page.evaluate(async (origin) => {
    const socket = new Promise((resolve) => {
      const attempt = new WebSocket(`${origin.replace('http', 'ws')}/contract`, ['paralelo']);
      attempt.onopen = () => resolve('opened');
      attempt.onerror = () => resolve('refused');
    });
    const read = fetch(origin, { credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    );
    return [await read, await socket];
  }, served.origin);
  expect(outcome).toEqual(['refused', 'refused']);
  other.closeAllConnections();
  other.close();
});
