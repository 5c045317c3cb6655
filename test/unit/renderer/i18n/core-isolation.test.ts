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
import {
  calls,
  filesOf,
  properties,
  saidTexts,
  untranslated,
} from '../../../support/said-texts.js';

/** The same in both languages: where something stands, flags, and names that are no words. */
const SAME =
  /^(\/|HostConfig|Config\.|AppArmorProfile|Mounts$|(seccomp|cgroup|capabilities|namespaces|no-new-privileges|AppArmor, SELinux|root|X unlimited|X capabilities|uid 3)$|(CPU|pids|uid|AppArmor|SELinux|network) X|seccomp mode X|AppArmor \(|SELinux \(|-\S+( [^ ,]+)*$)/;

const english = (texts: readonly (string | undefined)[]): string[] => untranslated(texts, SAME);

describe('what the core says of isolation is in Portuguese:', () => {
  it('the questions, and the titles of attempts, imports and kinds of memory', () => {
    const titles = [...ISOLATION_QUESTIONS, ...ATTEMPTS, ...DOORS].map(({ title }) => title);
    expect(english(titles)).toEqual([]);
    expect(english(CHECKS.map(({ mechanism }) => mechanism))).toEqual([]);
    const labels = MEMORY_DEFINITIONS.filter(({ label }) => !['RSS', 'PSS'].includes(label));
    expect(english(labels.flatMap(({ label, meaning }) => [label, meaning]))).toEqual([]);
  });

  it.each(filesOf('src-main/isolation/checks'))('the answers, sources and hints of %s', (path) => {
    const answers = calls(['closed', 'partly', 'open', 'unknown'], 0, 2);
    const sources = calls(['from'], 0);
    expect(english(saidTexts(path, (node) => [...answers(node), ...sources(node)]))).toEqual([]);
  });

  it.each(filesOf('src-main/isolation/advice'))('the advice of %s', (path) => {
    const said = [
      properties('message', 'change'),
      calls(['saidIf'], 1, 2),
      calls(['hostNamespace'], 2, 3),
    ];
    expect(english(saidTexts(path, (node) => said.flatMap((of) => of(node))))).toEqual([]);
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
    expect(english(saidTexts(path, properties('label', 'detail')))).toEqual([]);
  });

  it.each([
    'src-main/isolation/container/gaps.ts',
    'src-main/runtimes/processes/details/profile.ts',
  ])('the gaps of %s', (path) => {
    expect(english(saidTexts(path, properties('message', 'hint')))).toEqual([]);
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
    expect(english(checks.flatMap(({ says, hint }) => [says, hint]))).toEqual([]);
    expect(english(adviceOf(parts).flatMap(({ message, change }) => [message, change]))).toEqual(
      [],
    );
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
