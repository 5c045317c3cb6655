import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../../../src-renderer/i18n/en.js';
import { CORE_ROOMS, core } from '../../../../src-renderer/i18n/pt-BR/core.js';
import { ROOMS, ptBR } from '../../../../src-renderer/i18n/pt-BR/index.js';
import { shownTexts } from '../../../support/shown-texts.js';

const ALL = Object.entries<string>({ ...ptBR, ...core });
const FILES = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' }).map(
  (path) => `src-renderer/${path}`,
);
const COMPONENTS = FILES.filter((path) => path.endsWith('.svelte'));
const SOURCES = FILES.filter(
  (path) => /\.(svelte|ts)$/.test(path) && !path.startsWith('src-renderer/i18n/'),
);
/** The same in both languages: names and units. */
const NAMES = new Set([
  'Paralelo',
  'para',
  'lelo',
  'Wasm',
  'PSS',
  'RSS',
  'KiB',
  'MiB',
  'alpine:3.20',
  '100 ms',
  'ms',
  'pids',
  'Podman',
  'Docker',
  'Compose',
  'CPU',
  'CIS',
  'Id',
  'pid',
  '(stderr)',
  'MAD',
  '\\d+ ms',
]);

function untranslated(path: string): object[] {
  return shownTexts(readFileSync(path, 'utf8')).filter(({ text }) => !NAMES.has(text));
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}

/** As it stands in a source file between quotes. */
function literals(text: string): string[] {
  const plain = text.replaceAll('\\', '\\\\');
  return [`'${plain.replaceAll("'", "\\'")}'`, `"${plain}"`, `\`${plain}\``];
}

describe('the texts of the window', () => {
  it.each(ALL)('%j has in Portuguese the values that it has in English', (source, translation) => {
    expect(placeholders(translation)).toEqual(placeholders(source.replace(/_(one|other)$/, '')));
  });

  it('are each in one room', () => {
    const keys = Object.values(ROOMS).flatMap((room) => Object.keys(room));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('of the core are the same in all its rooms', () => {
    const differing = CORE_ROOMS.flatMap((room) =>
      Object.entries(room).filter(([key, text]) => core[key] !== text),
    );
    expect(differing).toEqual([]);
  });

  it('have both forms in both languages where they have forms', () => {
    const forms = (catalogue: object): string[] =>
      Object.keys(catalogue)
        .filter((key) => /_(one|other)$/.test(key))
        .sort();
    expect(forms(ptBR)).toEqual(forms(en));
    for (const key of forms(en)) {
      expect(forms(en)).toContain(
        key.endsWith('_one') ? key.replace(/one$/, 'other') : key.replace(/other$/, 'one'),
      );
    }
  });

  it('say in English which of two things is meant, where one word says both', () => {
    const noted = (catalogue: object): string[] =>
      Object.keys(catalogue)
        .filter((key) => key.includes('|'))
        .sort();
    expect(noted(ptBR)).toEqual(noted(en));
    for (const [key, text] of Object.entries(en)) {
      if (key.includes('|')) expect(key.split('|')[0]).toBe(text);
    }
  });

  it('are all used', () => {
    const code = SOURCES.map((path) => readFileSync(path, 'utf8')).join('\n');
    const unused = Object.keys(ptBR)
      .map((key) => key.replace(/_(one|other)$/, ''))
      .filter(
        (key) =>
          !literals(key).some((literal) => code.includes(literal)) && !code.includes(` ${key}:`),
      );
    expect(unused).toEqual([]);
  });

  it.each(COMPONENTS)('are none of them in the markup of %s as they are', (path) => {
    expect(untranslated(path)).toEqual([]);
  });
});
