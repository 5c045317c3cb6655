import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ptBR } from '../../../src-renderer/i18n/pt-BR/index.js';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { cutOff, piecesOfText } from '../support/cut-off.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));
test.use({ locale: 'pt-BR' });

/** What the window says, as the source has it, where Portuguese says it differently. */
const ENGLISH = new Set(
  Object.entries<string>(ptBR).flatMap(([key, text]) => (key === text ? [] : [key])),
);

interface State {
  room: string;
  query?: string;
  act?: (page: Page) => Promise<void>;
}

async function run(page: Page, toMs: number, state: string): Promise<void> {
  await page.getByRole('button', { name: 'Executar', exact: true }).click();
  await expect(page.locator('[data-testid="lane"]:not([data-state="idle"])')).toHaveCount(2);
  await page.evaluate((ms) => window.lab.playTo(ms), toMs);
  await expect(page.locator(`[data-testid="lane"][data-state="${state}"]`)).toHaveCount(2);
}

/** Opens what stands behind a button. */
function press(name: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
}

/** What is shown in Portuguese: one line a state. */
const STATES: Record<string, State> = {
  'the Lab before the first run': { room: 'lab' },
  'the Lab without an engine': { room: 'lab', query: 'docker=0' },
  'the programs to choose from': { room: 'lab', act: press(/^Programa/) },
  'the further limits': { room: 'lab', act: press(/^Mais limites/) },
  'the grants': { room: 'lab', act: press(/^Concessões/) },
  'the privileges': { room: 'lab', act: press(/^Privilégios/) },
  'the lanes to choose from': { room: 'lab', query: 'many=1', act: press(/^Raias/) },
  'runs under way': { room: 'lab', query: 'speed=0', act: (page) => run(page, 900, 'running') },
  'runs that ended': { room: 'lab', query: 'speed=0', act: (page) => run(page, 60_000, 'ended') },
  'the details of a run': {
    room: 'lab',
    query: 'speed=0',
    act: async (page) => {
      await run(page, 60_000, 'ended');
      await press(/^Detalhes de/)(page);
    },
  },
  'a run that is refused': {
    room: 'lab',
    query: 'error=1',
    act: async (page) => {
      await page.getByRole('button', { name: 'Executar', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  'a program of one’s own': {
    room: 'lab',
    act: async (page) => {
      await press(/^Programa/)(page);
      await page.getByRole('radio', { name: /^O seu/ }).check();
      await page.keyboard.press('Escape');
      await press(/^Imagem/)(page);
    },
  },
  'the runtimes': { room: 'runtimes', query: 'many=1' },
  'the runtimes of a machine without an engine': { room: 'runtimes', query: 'docker=0' },
  'the runtimes once all were tried': {
    room: 'runtimes',
    query: 'try=1',
    act: async (page) => {
      await page.getByRole('button', { name: 'Testar todos' }).click();
      await expect(page.locator('[data-try="done"]').first()).toBeVisible();
      await expect(page.getByRole('button', { name: 'Testar todos' })).toBeVisible();
    },
  },
  'the details of a runtime': {
    room: 'runtimes',
    query: 'many=1',
    act: async (page) => {
      await page.locator('[data-runtime="v8"] [data-cell="name"]').click();
      await expect(page.getByRole('region', { name: /^Detalhes de/ })).toBeVisible();
    },
  },
  'the engines and runtimes that are not here': {
    room: 'runtimes',
    query: 'many=1',
    act: press(/ausentes$/),
  },
  'the history': { room: 'history' },
  'a history with nothing in it': { room: 'history', query: 'history=empty' },
  'the details of an entry': {
    room: 'history',
    act: async (page) => {
      await page.locator('[data-kind="experiment"]').first().getByRole('button').click();
      await expect(page.getByRole('region', { name: 'Detalhes do registro' })).toBeVisible();
    },
  },
  'what is told about Paralelo': { room: 'runtimes', act: press(/^Sobre o Paralelo/) },
};

for (const [state, { room, query = '', act }] of Object.entries(STATES)) {
  test(`in Portuguese, ${state}: nothing is in English, cut off or scrolls sideways, axe finds nothing`, async ({
    page,
  }) => {
    await page.goto(`${PretendedWindow.origin}?${query}#${room}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
    await expect(page.getByRole('navigation', { name: 'Salas' })).toBeVisible();
    // The frame of the window comes before its room.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await act?.(page);
    expect((await piecesOfText(page)).filter((piece) => ENGLISH.has(piece))).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await widerThanRoom(page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectNoBarrier(page);
    }
  });
}

test('what is on the screen follows a change of the language, and back', async ({ page }) => {
  await page.goto(`${PretendedWindow.origin}?speed=0#lab`);
  await run(page, 60_000, 'ended');
  const shown = (): Promise<string> => page.locator('main > .room:not([hidden])').innerText();
  const speak = async (name: string): Promise<void> => {
    await page.evaluate(() => (location.hash = '#settings'));
    await page.getByRole('button', { name, exact: true }).click();
    await page.evaluate(() => (location.hash = '#lab'));
    await expect(page.getByRole('log').first()).toBeVisible();
  };
  const portuguese = await shown();
  await speak('English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('outcome').first()).toHaveText(/OOM-killed\safter 1\.55 s$/);
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  const words = new Set(portuguese.match(/\p{L}{4,}/gu));
  const english = new Set((await shown()).match(/\p{L}{4,}/gu));
  const left = [...words].filter((word) => /[áâãçéêíóôõú]/.test(word) && english.has(word));
  expect(left).toEqual([]);
  await speak('Português (Brasil)');
  expect(await shown()).toBe(portuguese);
});

test('a window in Portuguese says nothing in English before', async ({ page }) => {
  await page.addInitScript(() => {
    const said = new Set<string>();
    Object.assign(window, { said });
    new MutationObserver(() => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (words.nextNode() !== null) said.add((words.currentNode.nodeValue ?? '').trim());
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(PretendedWindow.origin);
  await expect(page.getByRole('button', { name: 'Executar', exact: true })).toBeVisible();
  const said = await page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
  expect(said).toContain('Isolamento');
  expect(said.filter((text) => ENGLISH.has(text))).toEqual([]);
});
