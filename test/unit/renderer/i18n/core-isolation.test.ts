import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ISOLATION_QUESTIONS, MEMORY_DEFINITIONS } from '../../../../src-main/contract/index.js';
import { adviceOf } from '../../../../src-main/isolation/advice/index.js';
import { CHECKS, answersOf } from '../../../../src-main/isolation/checks/index.js';
import { DOORS } from '../../../../src-main/isolation/module/doors.js';
import { ATTEMPTS } from '../../../../src-main/isolation/probes/index.js';
import { REFUSER_WORDS, sentence } from '../../../../src-main/isolation/probes/sentence.js';
import { core } from '../../../../src-renderer/i18n/pt-BR/core.js';
import { sentenceOf } from '../../../../src-renderer/i18n/sentences.js';
import { privilegedContainer, tightContainer } from '../../../support/fake-container-profiles.js';
import { fakeGuest } from '../../../support/fake-guest-profile.js';
import { SOMETHING, saidTexts } from '../../../support/said-texts.js';

/** The same in both languages: where something stands, flags, and names that are no words. */
const SAME =
  /^(\/|HostConfig|Config\.|AppArmorProfile|Mounts$|(seccomp|cgroup|capabilities|namespaces|no-new-privileges|AppArmor, SELinux|root|X unlimited|X capabilities|uid 3)$|(CPU|pids|uid|AppArmor|SELinux|network) X|seccomp mode X|AppArmor \(|SELinux \(|-\S+( [^ ,]+)*$)/;

function untranslated(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text): text is string => {
    if (text === undefined || text.replaceAll(SOMETHING, '').trim() === '' || SAME.test(text))
      return false;
    return sentenceOf(text, core) === undefined;
  });
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.ts'));

/** The values of properties of these names. */
const properties =
  (...names: string[]) =>
  (node: ts.Node): ts.Expression[] =>
    ts.isPropertyAssignment(node) && names.includes(node.name.getText()) ? [node.initializer] : [];

/** Of calls of these functions, the arguments at these places. */
const callsOf =
  (names: readonly string[], ...places: number[]) =>
  (node: ts.Node): ts.Expression[] =>
    ts.isCallExpression(node) && names.includes(node.expression.getText())
      ? places.flatMap((at) => node.arguments[at] ?? [])
      : [];

describe('what the core says of isolation is in Portuguese:', () => {
  it('the questions, and the titles of attempts, imports and kinds of memory', () => {
    const titles = [...ISOLATION_QUESTIONS, ...ATTEMPTS, ...DOORS].map(({ title }) => title);
    expect(untranslated(titles)).toEqual([]);
    expect(untranslated(CHECKS.map(({ mechanism }) => mechanism))).toEqual([]);
    const labels = MEMORY_DEFINITIONS.filter(({ label }) => !['RSS', 'PSS'].includes(label));
    expect(untranslated(labels.flatMap(({ label, meaning }) => [label, meaning]))).toEqual([]);
  });

  it.each(filesOf('src-main/isolation/checks'))('the answers, sources and hints of %s', (path) => {
    const answers = callsOf(['closed', 'partly', 'open', 'unknown'], 0, 2);
    const sources = callsOf(['from'], 0);
    expect(untranslated(saidTexts(path, (node) => [...answers(node), ...sources(node)]))).toEqual(
      [],
    );
  });

  it.each(filesOf('src-main/isolation/advice'))('the advice of %s', (path) => {
    const said = [
      properties('message', 'change'),
      callsOf(['saidIf'], 1, 2),
      callsOf(['hostNamespace'], 2, 3),
    ];
    expect(untranslated(saidTexts(path, (node) => said.flatMap((of) => of(node))))).toEqual([]);
  });

  it.each([
    ...filesOf('src-main/isolation/facts'),
    'src-main/isolation/namespaces.ts',
    'src-main/isolation/declared.ts',
    'src-main/isolation/module/facts.ts',
    'src-main/isolation/module/component-facts.ts',
    'src-main/runtimes/module/host-process.ts',
    'src-main/runtimes/processes/details/badge.ts',
    'src-main/runtimes/processes/details/isolation.ts',
    'src-main/runtimes/v8/facts.ts',
    'src-main/runtimes/browser/facts.ts',
  ])('the facts of %s', (path) => {
    expect(untranslated(saidTexts(path, properties('label', 'detail')))).toEqual([]);
  });

  it.each([
    'src-main/isolation/container/gaps.ts',
    'src-main/runtimes/processes/details/profile.ts',
  ])('the gaps of %s', (path) => {
    expect(untranslated(saidTexts(path, properties('message', 'hint')))).toEqual([]);
  });

  it.each([
    ['a tight container', { container: tightContainer('web') }],
    ['a privileged one', { container: privilegedContainer('build') }],
    ['a guest', { guest: fakeGuest() }],
  ])('the profile of %s', (_, parts) => {
    const checks = answersOf(parts).flatMap(({ declared, effective }) => [
      ...(declared?.checks ?? []),
      ...(effective?.checks ?? []),
    ]);
    expect(checks.length).toBeGreaterThan(0);
    expect(untranslated(checks.flatMap(({ says, hint }) => [says, hint]))).toEqual([]);
    expect(
      untranslated(adviceOf(parts).flatMap(({ message, change }) => [message, change])),
    ).toEqual([]);
  });

  it('what came of an attempt, whoever refused it', () => {
    const title = ATTEMPTS[0]?.title ?? '';
    const all = Object.keys(REFUSER_WORDS) as (keyof typeof REFUSER_WORDS)[];
    const found = all.map((by) =>
      sentence(title, { verdict: 'refused', by: [by], errno: 'EPERM', detail: '' }, 'open'),
    );
    const says = [
      ...found,
      sentence(title, { verdict: 'allowed', by: [], detail: '' }, ''),
      sentence(title, { verdict: 'not-tried', by: [], detail: '' }, 'no such flag'),
      sentence(title, { verdict: 'refused', by: ['seccomp', 'capability'], detail: '' }, ''),
    ].map((one) => sentenceOf(one, core));
    expect(says[0]).toBe(
      'Ler um arquivo do hospedeiro fora de toda concessão: recusado por: o filtro de chamadas de sistema (EPERM, open).',
    );
    expect(says.at(-1)).toBe(
      'Ler um arquivo do hospedeiro fora de toda concessão: recusado por: o filtro de chamadas de sistema, ou uma capability que lhe falta.',
    );
    expect(says.filter((one) => one === undefined || /\b(the|by|its)\b/.test(one))).toEqual([]);
  });
});
