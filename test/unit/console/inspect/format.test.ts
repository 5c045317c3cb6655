import { describe, expect, it } from 'vitest';
import type { IsolationProfile } from '../../../../src-main/contract/index.js';
import { formatProfiles } from '../../../../src-main/console/format/profile/index.js';
import { wrap } from '../../../../src-main/console/format/profile/text.js';
import { adviceOf } from '../../../../src-main/isolation/advice/index.js';
import { answersOf } from '../../../../src-main/isolation/checks/index.js';
import {
  defaultContainer,
  fileGuest,
  moduleWalls,
  privilegedContainer,
  runningGuest,
} from '../../../support/profiles.js';

type Parts = Pick<IsolationProfile, 'container' | 'guest'>;

function profile(
  name: string,
  parts: Parts,
  more: Partial<IsolationProfile> = {},
): IsolationProfile {
  return {
    subject: { kind: 'instance', id: name },
    kind: parts.container === undefined ? 'wasm' : 'container',
    name,
    runtime: 'docker:runc',
    state: 'running',
    readAtIso: '2026-01-01T00:00:00.000Z',
    answers: answersOf(parts),
    advice: adviceOf(parts),
    gaps: [],
    ...parts,
    ...more,
  };
}

const HOSTILE = `evil\u001b[2J\u0007\r\n\u202e${'x'.repeat(400)}`;
const PAIR = [
  profile('plain', { container: defaultContainer() }),
  profile('mighty', { container: privilegedContainer() }),
];
const linesOf = (text: string): string[] => text.split('\n');
const longest = (text: string): number =>
  Math.max(...linesOf(text).map((line) => Array.from(line).length));

describe('what inspect prints', () => {
  it.each([80, 120])('stays within %i columns, whatever others are called', (columns) => {
    const container = privilegedContainer({
      name: HOSTILE,
      mounts: [
        {
          destination: `/${HOSTILE}`,
          source: HOSTILE,
          readOnly: true,
          exposes: 'host-root',
          basis: 'both',
        },
      ],
      network: {
        mode: HOSTILE,
        interfaces: [{ name: HOSTILE, addresses: [HOSTILE] }],
        publishedPorts: [],
      },
      secretNames: [HOSTILE],
      user: { declared: HOSTILE },
    });
    const module = moduleWalls(
      { 'host-functions': [HOSTILE] },
      { name: HOSTILE, producers: [HOSTILE] },
    );
    const grants = {
      directories: [],
      environmentNames: [HOSTILE],
      args: [HOSTILE],
      network: 'none' as const,
    };
    const gaps = [{ code: 'x', message: HOSTILE, hint: HOSTILE }];
    const profiles = [
      ...PAIR,
      profile(HOSTILE, { container }, { gaps, runtime: HOSTILE }),
      profile(HOSTILE, { guest: runningGuest({ module, grants }) }, { gaps }),
    ];
    const text = formatProfiles(profiles, columns);
    expect(longest(text)).toBeLessThanOrEqual(columns);
    // eslint-disable-next-line no-control-regex -- that there are none is what is tested
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  it('puts the answers of several beside each other, what was asked apart from what is', () => {
    const lines = linesOf(formatProfiles(PAIR, 120));
    const at = lines.indexOf('Can it become root?');
    expect(lines[at + 1]).toMatch(
      /^ {2}declared +partly: with 14 capabilities +yes: --privileged is root/,
    );
    expect(lines[at + 2]).toMatch(
      /^ {2}effective +partly: with 14 capabilities +yes: SYS_ADMIN and/,
    );
    expect(lines.slice(0, at).filter((line) => line.includes('proven'))).toEqual([]);
  });

  it('says the advice with its flag and its number, and the mechanisms below', () => {
    const text = formatProfiles(PAIR.slice(0, 1), 120);
    expect(text).toMatch(
      /notable +It may use all .*\n* *.*\(CIS Docker Benchmark 5\.11\)\n +→ --memory 64m/,
    );
    expect(text).toMatch(/\nNamespaces\n {2}mnt +own\n/);
    expect(text).toMatch(/seccomp +1 filter/);
  });

  it('says what was asked beside what is, only where they differ', () => {
    const differing = defaultContainer({
      rootFilesystem: { declared: 'read-only', effective: 'writable' },
    });
    expect(formatProfiles([profile('a', { container: differing })], 120)).toMatch(
      /root file system +writable; declared: read-only/,
    );
    expect(formatProfiles(PAIR, 120)).toMatch(/root file system +writable\n/);
  });

  it('says what could not be read', () => {
    const gaps = [{ code: 'x', message: 'It has ended.', hint: 'Start it.' }];
    const text = formatProfiles([profile('a', { container: defaultContainer() }, { gaps })], 80);
    expect(text).toContain('\nNot known\n  It has ended. Start it.\n');
  });

  it('has no rows for what a file cannot tell', () => {
    const text = formatProfiles(
      [profile('a.wasm', { guest: fileGuest() }, { kind: 'module' })],
      80,
    );
    expect(text).toMatch(/^ +a\.wasm \(file\)\n/);
    expect(text).toMatch(/What stands behind the first wall\?\n +-\n/);
    expect(text).not.toContain('effective');
    expect(text).toContain('Nothing to change.');
  });

  it('shows what the probes have proven, once they have', () => {
    const proven = {
      attempts: [
        { id: 'a', area: 'files' as const, title: 'Read', question: 'host-files' as const },
      ],
      results: [
        {
          runtime: 'v8',
          set: 'default' as const,
          attempt: 'a',
          verdict: 'allowed' as const,
          by: [],
          says: 'It could.',
          raw: '',
        },
      ],
    };
    const answers = answersOf({ guest: runningGuest(), proven });
    const text = formatProfiles([profile('g', { guest: runningGuest() }, { answers })], 80);
    expect(text).toMatch(/ {2}proven +yes: 1 of 1 attempt went through/);
    expect(text).not.toContain('Nothing is proven yet');
  });
});

describe('lines', () => {
  it('break at spaces, keep their indentation, and never lose a character', () => {
    expect(wrap('  one two three', 9)).toEqual(['  one two', 'three']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrap('', 5)).toEqual(['']);
  });
});
