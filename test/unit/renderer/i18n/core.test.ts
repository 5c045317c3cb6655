import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { core } from '../../../../src-renderer/i18n/pt-BR/core.js';
import { claims } from '../../../../src-renderer/i18n/pt-BR/core/claims.js';
import { connection } from '../../../../src-renderer/i18n/pt-BR/core/connection.js';
import { instances } from '../../../../src-renderer/i18n/pt-BR/core/instances.js';
import { isolationAdvice } from '../../../../src-renderer/i18n/pt-BR/core/isolation-advice.js';
import { isolationAttempts } from '../../../../src-renderer/i18n/pt-BR/core/isolation-attempts.js';
import { isolationChecks } from '../../../../src-renderer/i18n/pt-BR/core/isolation-checks.js';
import { isolationEvidence } from '../../../../src-renderer/i18n/pt-BR/core/isolation-evidence.js';
import { isolationFacts } from '../../../../src-renderer/i18n/pt-BR/core/isolation-facts.js';
import { isolationGaps } from '../../../../src-renderer/i18n/pt-BR/core/isolation-gaps.js';
import { sentenceOf } from '../../../../src-renderer/i18n/sentences.js';
import { COMPOSED, NOT_SHOWN, UNTRANSLATED } from '../../../support/core-composed.js';
import { coreTexts, fieldNames } from '../../../support/core-texts.js';

const CATALOGUE: Readonly<Record<string, string>> = core;
/** Rooms of the core whose texts are translated. */
const ROOMS = ['contract', 'electron', 'export', 'lab', 'metrics', 'runtimes', 'store'];

/** Said by a library, or come to be as the core works on its words, or as a word stands in them that means two things. */
const FROM_ELSEWHERE = new Set([
  'Invalid {{Kind}}: Expected {{expected}} but received {{received}}',
  'V8, in tiers',
  'To start it, use the command line of its engine, or make it without that label.',
  'Possible now: start.',
]);
/** Put together by code in ways of their own: core-isolation.test.ts holds them against it. */
const TESTED_ELSEWHERE = {
  ...claims,
  ...connection,
  ...instances,
  ...isolationAdvice,
  ...isolationAttempts,
  ...isolationChecks,
  ...isolationEvidence,
  ...isolationFacts,
  ...isolationGaps,
};
const TEXTS = coreTexts('src-main');
const CORE = 'src-renderer/i18n/pt-BR/core';
const FIELDS = fieldNames(CORE);
/** What these rooms say. */
const OURS = FIELDS.filter(({ file }) =>
  [...ROOMS, 'common', 'twins'].some((room) => file.startsWith(`${CORE}/${room}`)),
).map(({ name }) => name);
const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const shapeOf = (text: string): string => text.replace(PLACEHOLDER, '{{}}');
const KEYS = new Map(Object.keys(CATALOGUE).map((key) => [shapeOf(key), key]));

/** With a value in the place of each placeholder, a number since some are. */
function filled(text: string): string {
  let count = 9000;
  return text.replace(PLACEHOLDER, () => String((count += 1)));
}

/** What a sentence that is filled is to become: each value where its name stands. */
function wanted(key: string): string {
  const names = [...key.matchAll(PLACEHOLDER)].map(([, name]) => name);
  const place = (_: string, name: string): string => String(9001 + names.indexOf(name));
  return (CATALOGUE[key] ?? '').replace(PLACEHOLDER, place);
}

/** The longest words in a row that are the same whatever the values are: their first half, and their last. */
function wordsOf(key: string): [string, string] {
  const runs = key.replace(PLACEHOLDER, '\n').match(/[\p{L}\d ’-]+/gu) ?? [];
  const [longest = ''] = [...runs].sort((one, other) => other.length - one.length);
  const words = longest.trim().split(' ');
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(-half).join(' ')];
}

describe.each(ROOMS)('what the room %s of the core says', (room) => {
  const texts = TEXTS.filter(
    ({ file, text }) =>
      file.startsWith(`src-main/${room}/`) &&
      !Object.keys(NOT_SHOWN).some((path) => file.startsWith(path)) &&
      !Object.hasOwn(UNTRANSLATED, text) &&
      !Object.hasOwn(COMPOSED, text),
  );

  it('is translated, sentence by sentence', () => {
    expect(texts.filter(({ text }) => !KEYS.has(shapeOf(text)))).toEqual([]);
  });
});

describe('the sentences of the core', () => {
  it.each(Object.entries(COMPOSED).flatMap(([, examples]) => examples))(
    'are translated with what they are put together of: %j',
    (said, shown) => {
      expect(sentenceOf(said, CATALOGUE)).toBe(shown);
    },
  );

  it.each([
    [
      'docker:runc needs a container engine: The container engine at unix:///run/docker.sock is not running.',
      'docker:runc precisa de um motor de contêineres: O motor de contêineres em unix:///run/docker.sock não está em execução.',
    ],
    [
      'The image is not there. Docker says: No such image: a:1',
      'A imagem não existe. Docker diz: No such image: a:1',
    ],
    [
      'Wasmtime (wasmtime) cannot hold the memory limit: it counts for each memory, and the module has 2.',
      'Wasmtime (wasmtime) não consegue impor o limite de memória: vale para cada memória, e o módulo tem 2.',
    ],
    [
      'web is paused, and its engine does not stop one that is.',
      'web está pausado, e o motor não aceita parar um contêiner nesse estado.',
    ],
    [
      'web is exited, and its engine does not pause one that is.',
      'web está encerrado, e o motor não aceita pausar um contêiner nesse estado.',
    ],
    ['Possible now: unpause, kill, remove.', 'Possível agora: retomar, matar, remover.'],
    ['Possible now: start, remove.', 'Possível agora: iniciar, remover.'],
    ['Choose one of: stop, start.', 'Escolha um destes: stop, start.'],
    [
      'The bundle is damaged: entries/1.json: record does not fit: Invalid type: Expected string but received 1.',
      'O pacote está danificado: entries/1.json: record não é válido: tipo inválido: esperado string, recebido 1.',
    ],
  ])('are translated with the phrases in them: %j', (said, shown) => {
    expect(sentenceOf(said, CATALOGUE)).toBe(shown);
  });

  it('are not taken for others', () => {
    const taken = OURS.filter((key) => sentenceOf(filled(key), CATALOGUE) !== wanted(key));
    expect(taken).toEqual([]);
  });

  it('are each in one file', () => {
    const shapes = FIELDS.map(({ name }) => shapeOf(name));
    expect(new Set(FIELDS.map(({ name }) => name))).toEqual(new Set(Object.keys(CATALOGUE)));
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
  });

  it('are not found in what the command line says of its own', () => {
    const own = TEXTS.filter(
      ({ file, text }) => file.startsWith('src-main/console/') && !KEYS.has(shapeOf(text)),
    );
    expect(own.length).toBeGreaterThan(50);
    const found = own.filter(({ text }) => sentenceOf(filled(text), CATALOGUE) !== undefined);
    // A path may be any words.
    const [one = { text: '' }, ...others] = found;
    expect(one.text).toMatch(/^The output could not be written: /);
    expect(others).toEqual([]);
  });

  it('are said by these rooms, all of them', () => {
    const sources = readdirSync('src-main', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `src-main/${path}`);
    const code = [...sources, 'resources/workloads/manifest.json']
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const shapes = new Set(TEXTS.map(({ text }) => shapeOf(text)));
    const isSaid = (key: string): boolean =>
      shapes.has(shapeOf(key)) ||
      FROM_ELSEWHERE.has(key) ||
      key in TESTED_ELSEWHERE ||
      (key.includes('{{') ? wordsOf(key) : [key]).some((words) => code.includes(words));
    expect(OURS.filter((key) => !isSaid(key))).toEqual([]);
  });
});
