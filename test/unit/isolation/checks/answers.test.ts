import { describe, expect, it } from 'vitest';
import { ISOLATION_QUESTIONS } from '../../../../src-main/contract/index.js';
import type {
  AttemptResult,
  BasisAnswer,
  QuestionId,
} from '../../../../src-main/contract/index.js';
import { CHECKS, answersOf } from '../../../../src-main/isolation/checks/index.js';
import type { AnswerParts } from '../../../../src-main/isolation/checks/index.js';
import {
  defaultContainer,
  fileGuest,
  hardenedContainer,
  privilegedContainer,
  rootProcess,
  runningGuest,
} from '../../../support/profiles.js';

function answer(
  question: QuestionId,
  parts: AnswerParts,
  basis: 'declared' | 'effective' | 'proven' = 'effective',
): BasisAnswer | undefined {
  return answersOf(parts).find((one) => one.question === question)?.[basis];
}

const SUBJECTS: AnswerParts[] = [
  { container: defaultContainer() },
  { container: privilegedContainer() },
  { container: hardenedContainer() },
  { guest: runningGuest() },
  { guest: fileGuest() },
];

describe('the answers of a profile', () => {
  it('are to all seven questions, in their order, whatever is known', () => {
    for (const parts of [{}, ...SUBJECTS]) {
      expect(answersOf(parts).map(({ question }) => question)).toEqual(
        ISOLATION_QUESTIONS.map(({ id }) => id),
      );
    }
    expect(answersOf({}).flatMap((one) => Object.keys(one).slice(1))).toEqual([]);
  });

  it('fit a cell, and name their evidence', () => {
    const long = 'n'.repeat(500);
    const strange = defaultContainer({
      devices: { declared: [], effective: [`/dev/sda${long}`] },
      mounts: [
        { destination: '/', readOnly: false, basis: 'both' },
        {
          destination: '/x',
          source: `/${long}`,
          readOnly: true,
          exposes: 'host-system-directory',
          basis: 'both',
        },
      ],
      namespaces: ['pid', 'net'].map((name) => ({
        name: name as 'pid',
        effective: { of: 'container', id: long, name: long },
      })),
      accessControl: { effective: { module: 'apparmor', label: long, confines: true } },
    });
    for (const parts of [...SUBJECTS, { container: strange }]) {
      for (const { declared, effective } of answersOf(parts)) {
        for (const told of [declared, effective].filter((one) => one !== undefined)) {
          expect(told.checks[0]?.says).toBe(told.says);
          for (const { says, evidence, mechanism } of told.checks) {
            expect(Array.from(says).length, says).toBeLessThanOrEqual(48);
            expect(evidence.length, says).toBeGreaterThan(0);
            expect(mechanism).not.toBe('');
          }
        }
      }
    }
  });

  it('have checks with names of their own', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('make a privileged container beside a default one obvious', () => {
    const words = (container: AnswerParts) =>
      answersOf(container).map(
        ({ effective }) => `${effective?.openness ?? '-'}: ${effective?.says ?? ''}`,
      );
    expect(words({ container: defaultContainer() })).toEqual([
      'closed: no: nothing of the host is mounted',
      'closed: no: only its own',
      'partly: partly: outwards, from a network of its own',
      'open: yes: up to all of the host’s memory',
      'open: yes: on every core',
      'partly: partly: with 14 capabilities',
      'closed: a seccomp filter',
    ]);
    expect(words({ container: privilegedContainer() })).toEqual([
      'open: yes: from the raw device /dev/mem',
      'closed: no: only its own',
      'partly: partly: outwards, from a network of its own',
      'open: yes: up to all of the host’s memory',
      'open: yes: on every core',
      'open: yes: SYS_ADMIN and 10 more are root’s',
      'open: nothing: no system call is filtered',
    ]);
    expect(answer('root', { container: privilegedContainer() }, 'declared')?.says).toBe(
      'yes: --privileged is root on the host',
    );
    expect(answer('host-files', { container: privilegedContainer() }, 'declared')?.openness).toBe(
      'open',
    );
  });

  it('of a hardened container are no, as far as an engine can', () => {
    const open = answersOf({ container: hardenedContainer() })
      .filter(
        ({ declared, effective }) =>
          declared?.openness !== 'closed' || effective?.openness !== 'closed',
      )
      .map(({ question }) => question);
    expect(open).toEqual(['time']);
  });

  it('keep what was asked for apart from what the kernel shows', () => {
    const unloaded = defaultContainer({
      seccomp: { declared: 'default', effective: { mode: 'off' } },
    });
    expect(answer('second-wall', { container: unloaded }, 'declared')?.openness).toBe('closed');
    expect(answer('second-wall', { container: unloaded }, 'effective')?.openness).toBe('open');
  });

  it('tell nothing of a kernel that does not run the container', () => {
    const { pid, ...stopped } = defaultContainer();
    expect(pid).toBeDefined();
    for (const { declared, effective } of answersOf({ container: stopped })) {
      expect(declared).toBeDefined();
      expect(effective).toBeUndefined();
    }
  });
});

describe('what could not be read', () => {
  it('is unknown beside closed and beside partly, but never hides what is open', () => {
    const capabilities = { beyondDefault: [], belowDefault: [] };
    const partly = defaultContainer({ capabilities });
    expect(answer('root', { container: partly })?.openness).toBe('unknown');
    const closed = hardenedContainer({ capabilities });
    expect(answer('root', { container: closed })?.openness).toBe('unknown');
    const open = privilegedContainer({ user: {} });
    expect(answer('root', { container: open })?.openness).toBe('open');
  });

  it('makes every question of a running container unknown when nothing could be read', () => {
    const unreadable = defaultContainer({
      namespaces: [],
      capabilities: { beyondDefault: [], belowDefault: [] },
      seccomp: {},
      noNewPrivileges: {},
      accessControl: {},
      user: {},
      mounts: [],
      devices: { declared: [] },
      maskedPaths: {},
      readOnlyPaths: {},
      network: { publishedPorts: [] },
      limits: [],
    });
    for (const { question, effective } of answersOf({ container: unreadable })) {
      // That no engine has a limit of time is known without reading anything.
      expect(effective?.openness, question).toBe(question === 'time' ? 'open' : 'unknown');
    }
  });

  it('says of a program that hosts a guest itself that its grants cannot be told', () => {
    const { hostProcess } = runningGuest();
    const guest = { runtime: 'v8', limits: [], ...(hostProcess && { hostProcess }) };
    for (const { question, declared } of answersOf({ guest })) {
      if (question !== 'second-wall') expect(declared?.openness, question).toBe('unknown');
    }
  });
});

describe('the second wall of a Wasm guest', () => {
  it('is nothing where its process is root without a filter', () => {
    const guest = runningGuest({ hostProcess: rootProcess() });
    expect(answer('second-wall', { guest })).toMatchObject({
      openness: 'open',
      says: 'nothing: its process is root',
    });
  });

  it('is a little where an ordinary user runs it, and is unknown where the process cannot be read', () => {
    expect(answer('second-wall', { guest: runningGuest() })?.openness).toBe('partly');
    const { hostProcess, ...guest } = runningGuest();
    expect(hostProcess).toBeDefined();
    expect(answer('second-wall', { guest })?.openness).toBe('unknown');
  });

  it('is no question of a file', () => {
    expect(answer('second-wall', { guest: fileGuest() })).toBeUndefined();
  });
});

describe('what was proven', () => {
  const attempts = ['a', 'b', 'c'].map((id) => ({
    id,
    area: 'files' as const,
    title: `Try ${id}`,
    ...(id === 'c' ? {} : { question: 'host-files' as const }),
  }));
  const result = (attempt: string, verdict: AttemptResult['verdict']): AttemptResult => ({
    runtime: 'v8',
    set: 'default',
    attempt,
    verdict,
    by: verdict === 'refused' ? ['runtime'] : [],
    says: `It ${verdict}.`,
    raw: 'raw',
  });
  const proven = (...results: AttemptResult[]) =>
    answer('host-files', { proven: { attempts, results } }, 'proven');

  it('is yes as soon as one attempt went through', () => {
    expect(proven(result('a', 'refused'), result('b', 'allowed'))).toMatchObject({
      openness: 'open',
      says: 'yes: 1 of 2 attempts went through',
    });
  });

  it('is no when all failed, also when there was no way to ask', () => {
    expect(proven(result('a', 'refused'), result('b', 'not-expressible'))).toMatchObject({
      openness: 'closed',
      says: 'no: 2 attempts failed',
    });
  });

  it('takes what was not tried for no evidence', () => {
    expect(proven(result('a', 'refused'), result('b', 'not-tried'))?.checks).toHaveLength(1);
    expect(proven(result('a', 'not-tried'))?.openness).toBe('unknown');
  });

  it('is absent for attempts of no question and of attempts that nobody described', () => {
    expect(proven(result('c', 'allowed'), result('d', 'allowed'))).toBeUndefined();
  });
});
