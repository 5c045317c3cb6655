import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from '../support/console.js';
import { NO_ENGINE } from '../support/exchange-scenes.js';
import { LabPage } from '../support/lab-page.js';

/** A run that has ended, with both charts. */
async function withRun(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const lab = new LabPage(page);
  await lab.isReady();
  await lab.chooseProgram('grow');
  await lab.run();
  await expect(lab.wasm).toHaveAttribute('data-state', 'ended');
}

const chart = (page: Page, title: string) =>
  page.getByRole('slider', { name: `${title} over time` });

async function save(
  page: Page,
  title: string,
  choice: string,
): Promise<{ name: string; content: Buffer }> {
  await page.getByRole('button', { name: `Save or read: ${title}` }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: choice }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

const NUMBER_OF_MEMORY_LINES = 2;

test('a chart is saved as a drawing, a picture and values, each with what it shows', async ({
  page,
  startServed,
}) => {
  const served = await startServed({ env: NO_ENGINE });
  await withRun(page, served.url);

  const drawing = await save(page, 'Memory', 'Save as drawing (SVG)');
  expect(drawing.name).toMatch(/^paralelo-memory-\d{8}-\d{6}\.svg$/);
  // Our own page may not parse what is not trusted.
  const reader = await page.context().newPage();
  const parsed = await reader.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      problem: svg.querySelector('parsererror')?.textContent,
      texts: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent),
      title: svg.querySelector('title')?.textContent,
      lines: svg.querySelectorAll('path[clip-path]').length,
      bitmaps: svg.querySelectorAll('image').length,
    };
  }, drawing.content.toString('utf8'));
  expect(parsed).toMatchObject({ title: 'Memory, by definition', bitmaps: 0 });
  expect(parsed.problem).toBeUndefined();
  expect(parsed.lines).toBe(NUMBER_OF_MEMORY_LINES);
  expect(parsed.texts.join('\n')).toMatch(
    /Memory[\s\S]*\d+ MiB[\s\S]*\d s[\s\S]*grow .*saved by Paralelo on /,
  );

  await reader.close();

  const picture = await save(page, 'CPU', 'Save as picture (PNG)');
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  const shownPx = (await chart(page, 'CPU').boundingBox())?.width ?? 0;
  // Twice as fine, and an edge around it.
  expect(picture.content.readUInt32BE(16)).toBe(Math.round((Math.round(shownPx) + 32) * 2));

  const values = await save(page, 'Memory', 'Save its values (CSV)');
  const [head, ...rows] = values.content.toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('series,time_ms,value');
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(NUMBER_OF_MEMORY_LINES);
});

test('a chart is read as a table, and the focus comes back from it', async ({
  page,
  startServed,
}) => {
  const served = await startServed({ env: NO_ENGINE });
  await withRun(page, served.url);
  await page.getByRole('button', { name: 'Save or read: Memory' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show as table' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Memory/ });
  await expect(dialog.getByRole('columnheader')).toHaveCount(1 + NUMBER_OF_MEMORY_LINES);
  await expect(dialog.getByRole('cell', { name: / MiB$/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save or read: Memory' })).toBeFocused();
});

test('a stretch of time that is drawn on one chart is shown by all, until it is sent away', async ({
  page,
  startServed,
}) => {
  const served = await startServed({ env: NO_ENGINE });
  await withRun(page, served.url);
  const [memory, cpu] = [chart(page, 'Memory'), chart(page, 'CPU')];
  const whole = Number(await cpu.getAttribute('aria-valuemax'));
  const box = await memory.boundingBox();
  if (box === null) throw new Error('there is no chart');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  await page.mouse.up();
  await expect(cpu).not.toHaveAttribute('aria-valuemin', '0');
  const until = Number(await cpu.getAttribute('aria-valuemax'));
  expect(until).toBeLessThan(whole);
  expect(await memory.getAttribute('aria-valuemax')).toBe(String(until));
  await page
    .getByRole('button', { name: /: show the whole time$/ })
    .first()
    .click();
  await expect(cpu).toHaveAttribute('aria-valuemin', '0');
  await expect(cpu).toHaveAttribute('aria-valuemax', String(whole));
});

test('by keyboard a chart is brought nearer, moved along, and back to the whole', async ({
  page,
  startServed,
}) => {
  const served = await startServed({ env: NO_ENGINE });
  await withRun(page, served.url);
  const [memory, cpu] = [chart(page, 'Memory'), chart(page, 'CPU')];
  const whole = Number(await cpu.getAttribute('aria-valuemax'));
  await memory.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const shown = async () => [
    Number(await cpu.getAttribute('aria-valuemin')),
    Number(await cpu.getAttribute('aria-valuemax')),
  ];
  const [from = 0, to = 0] = await shown();
  expect(Math.abs(to - from - whole / 4)).toBeLessThanOrEqual(2);
  await page.keyboard.press('End');
  await expect(cpu).toHaveAttribute('aria-valuemax', String(whole));
  // The first takes the crosshair away, the second the stretch.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await shown()).toEqual([0, whole]);
});
