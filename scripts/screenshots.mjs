/* global document -- the part that runs in the page */
/**
 * Takes the README's pictures from the real window over `paralelo serve`: a real engine, real runs.
 * usage: npm run build && node scripts/screenshots.mjs   (CHROMIUM=/path/to/chromium to choose one)
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const images = resolve(root, 'docs/images');
const RUN_TIMEOUT_MS = 60_000;

const PICTURES = [
  { name: 'lab-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'lab-dark', width: 1280, height: 800, colorScheme: 'dark' },
];

async function serveLab() {
  const lab = spawn(process.execPath, [resolve(root, 'out/main/cli.cjs'), 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: lab.stdout })) {
    return { url: JSON.parse(line).url, lab };
  }
  throw new Error('paralelo serve ended without a link.');
}

/** Runs what the Lab offers first, and waits until every lane has ended. */
async function runFirst(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(
    () => {
      const lanes = [...document.querySelectorAll('[data-testid=lane]')];
      return lanes.length > 1 && lanes.every(({ dataset }) => dataset.state === 'ended');
    },
    undefined,
    { timeout: RUN_TIMEOUT_MS },
  );
  await page.mouse.move(2, 400);
  await page.waitForTimeout(500);
}

const systemChromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(systemChromium) && { executablePath: systemChromium }),
});
mkdirSync(images, { recursive: true });
try {
  for (const { name, width, height, colorScheme } of PICTURES) {
    const { url, lab } = await serveLab();
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme,
      deviceScaleFactor: 2,
    });
    try {
      await page.goto(url);
      await runFirst(page);
      await page.screenshot({ path: resolve(images, `${name}.png`) });
      console.log(`docs/images/${name}.png`);
    } finally {
      await page.close();
      lab.kill('SIGINT');
    }
  }
} finally {
  await browser.close();
}
