import { expect, test } from '@playwright/test';
import { uncovered } from '../../support/uncovered.js';
import { npmStart } from '../support/npm-start.js';

const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
const LINK = /http:\/\/127\.0\.0\.1:\d+\/\S+/;

test.beforeEach(() => {
  if (process.platform === 'linux') return;
  const reason = 'macOS and Windows always have a display.';
  uncovered('npm start without a display', reason);
  test.skip(true, reason);
});

test('without a display npm start prints a link that opens the page once', async () => {
  const started = npmStart([], NO_DISPLAY);
  try {
    const link = await started.prints(LINK);
    expect(started.output()).toContain('There is no display');

    const first = await fetch(link, { redirect: 'manual' });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', link), { headers: { cookie } });
    expect(await page.text()).toContain('<title>Paralelo</title>');

    expect((await fetch(link, { redirect: 'manual' })).status).toBe(403);
  } finally {
    await started.interrupt();
  }
});

test('Ctrl+C ends npm start and its server', async () => {
  const started = npmStart([], NO_DISPLAY);
  const link = await started.prints(LINK);
  await started.interrupt();
  await expect(fetch(link)).rejects.toThrow('fetch failed');
});
