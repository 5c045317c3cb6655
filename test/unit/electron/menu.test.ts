import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src-main/contract/index.js';
import { menuTemplate } from '../../../src-main/electron/menu/template.js';
import { MENU_WORDS } from '../../../src-main/electron/menu/words.js';

const asked: string[] = [];
const ways = {
  ...{ isDev: false, isMac: false },
  openWindow: () => asked.push('window'),
  openGuide: () => asked.push('guide'),
  act: (id: string) => asked.push(id),
};

type Item = MenuItemConstructorOptions;
const inside = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? inside(item.submenu) : [])]);
const all = (language: (typeof LANGUAGES)[number] = 'en'): Item[] =>
  inside(menuTemplate(MENU_WORDS[language], ways));

describe('the menu', () => {
  it.each([
    ['Open Module…', 'lab.openModule'],
    ['Import Bundle…', 'history.import'],
    ['Run All Lanes', 'lab.run'],
    ['Stop All Runs', 'lab.stopAll'],
    ['Claims', 'go.claims'],
    ['Keyboard Shortcuts', 'help.shortcuts'],
    ['About Paralelo', 'help.about'],
    ['Guide', 'guide'],
    ['New Window', 'window'],
  ])('%s asks for %s', (label, id) => {
    asked.length = 0;
    const item = all().find((each) => each.label === label);
    (item?.click as (() => void) | undefined)?.();
    expect(asked).toEqual([id]);
  });

  it('shows the keys that the page hears, and does not hear them itself', () => {
    const item = all().find(({ label }) => label === 'Stop All Runs');
    expect(item).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+.', registerAccelerator: false });
  });

  it('gives no key to two items', () => {
    const keys = all().flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(LANGUAGES)('says every item in its own words in %s', (language) => {
    const labels = all(language).flatMap(({ label }) => label ?? []);
    expect(labels).not.toContain('');
    const sent = inside(menuTemplate(MENU_WORDS[language], ways));
    expect(sent.filter(({ type, label }) => type !== 'separator' && label === undefined)).toEqual(
      [],
    );
  });
});
