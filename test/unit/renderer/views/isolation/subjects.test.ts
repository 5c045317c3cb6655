import { describe, expect, it } from 'vitest';
import { badgeSentence } from '../../../../../src-renderer/components/badge-words.js';
import {
  askOf,
  isolationLink,
  keyOf,
  subjectOf,
} from '../../../../../src-renderer/state/isolation-subjects.js';
import { block, line } from '../../../../../src-renderer/views/isolation/bounded.js';
import { findSubjects } from '../../../../../src-renderer/views/isolation/subjects.js';
import { THIRTEEN } from '../../../../support/fake-instances-list.js';

const instances = THIRTEEN.map(({ view }) => view);
const names = (text: string): string[] => findSubjects(instances, text).map(({ name }) => name);

describe('a subject in an address', () => {
  it('is read as it was written, whatever is in its path', () => {
    const subject = { kind: 'module', path: '/tmp/a b&of=instance:x#?.wasm' } as const;
    expect(subjectOf(keyOf(subject))).toEqual(subject);
    const query = isolationLink('of', subject).split('?').slice(1).join('?');
    expect(askOf(query)).toEqual({ of: [subject], with: [] });
  });

  it('is none where it is not one', () => {
    for (const key of ['', 'instance:', 'file:/etc', `instance:${'x'.repeat(65)}`]) {
      expect(subjectOf(key)).toBeUndefined();
    }
    expect(askOf('of=javascript:alert(1)&with=instance:a')).toEqual({
      of: [],
      with: [{ kind: 'instance', id: 'a' }],
    });
  });
});

describe('what can be chosen', () => {
  it('is what runs, by name, image, project or runtime; each word narrows it', () => {
    expect(names('')).not.toContain('reports-nightly');
    expect(names('shop')).toEqual(['shop-api-1', 'shop-cache-1', 'shop-db-1', 'shop-web-1']);
    expect(names('SHOP postgres')).toEqual(['shop-db-1']);
    expect(names('wasmtime')).toEqual(['mandelbrot.wasm']);
  });
});

describe('what others named', () => {
  it('is cut, and nothing in it turns or hides text', () => {
    expect(line('a\u202eb\n\u001b[31m')).toBe('a⟨U+202E⟩b␊␛[31m');
    expect(line('x'.repeat(999), 10)).toBe('xxxxxxxxxx…');
    expect(block('a\nb\u0000')).toBe('a\nb␀');
  });
});

describe('the badge', () => {
  it('names what is wider than it could be, but no endless list', () => {
    const reasons = Array.from({ length: 9 }, (_, at) => `reason ${String(at)}`);
    expect(badgeSentence({ level: 'open', reasons })).toBe(
      'Isolation: open. Wider than it could be: reason 0, reason 1, reason 2, reason 3, reason 4, reason 5 and 3 more.',
    );
    expect(badgeSentence({ level: 'closed', reasons: [] })).toMatch(/as tight as/);
  });
});
