/**
 * Draws the sizes of the icon from resources/icons/paralelo.svg: node scripts/icons.mjs
 * Their own pictures are committed, so that a package needs no Chromium.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { isRoot } from './lib/debian.mjs';
import { ICON_SIZES } from './lib/packaging/icons.mjs';
import { at } from './lib/paths.mjs';

const svg = readFileSync(at('resources/icons/paralelo.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: !isRoot(),
});
try {
  const page = await browser.newPage();
  for (const size of ICON_SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    const path = `resources/icons/${size}x${size}.png`;
    await page.screenshot({ path: at(path), omitBackground: true });
    console.log(path);
  }
} finally {
  await browser.close();
}
