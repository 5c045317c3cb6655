import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import type { DrawTimes } from '../../window/charts/times.js';
import { at } from './paths.js';

const VIEW = { width: 1280, height: 800 };
const root = at('test/window');

/** How long the charts of raw values take in Chromium; the first drawings warm the page up and are not counted. */
export async function drawValues(
  { runs, contenders }: { runs: number; contenders: number },
  { times, warmUps }: { times: number; warmUps: number },
): Promise<{ drawn: DrawTimes[]; version: string }> {
  const configFile = at('test/window/vite.config.ts');
  const input = at('test/window/charts/index.html');
  await build({ root, configFile, logLevel: 'error', build: { rollupOptions: { input } } });
  const server = await preview({ root, configFile, logLevel: 'error', preview: { port: 0 } });
  const browser = await chromium.launch({
    executablePath: process.env['PARALELO_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: VIEW });
    const url = server.resolvedUrls?.local[0] ?? '';
    await page.goto(`${url}charts/?runs=${String(runs)}&contenders=${String(contenders)}`);
    const drawn: DrawTimes[] = [];
    for (let time = -warmUps; time < times; time += 1) {
      const one = await page.evaluate<DrawTimes>('draw()');
      if (time >= 0) drawn.push(one);
    }
    return { drawn, version: browser.version() };
  } finally {
    await browser.close();
    await server.close();
  }
}
