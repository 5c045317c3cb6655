import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import type { InstanceOrigin } from '../../../../src-main/contract/index.js';
import { isFile, subjectOf } from '../../../../src-main/console/inspect/subjects.js';
import { FakeInstance } from '../../../support/fake-source.js';

const one = (id: string, more = {}) => new FakeInstance(id, more).view;
const INSTANCES = [
  one('abc111', { name: 'web', pid: 10 }),
  one('abc222', { name: 'web-db', pid: 20 }),
  one('4444444', { name: 'cache', state: 'exited' }),
  one('30-999', { name: 'guest.wasm', kind: 'wasm', pid: 30 }),
  one('31-999', { name: 'twice', kind: 'wasm', pid: 31 }),
  one('32-999', { name: 'twice', kind: 'wasm', pid: 32 }),
];

function meant(text: string, unlisted: InstanceOrigin[] = []): string {
  const subject = subjectOf(text, { instances: INSTANCES, unlisted });
  return subject.kind === 'instance' ? subject.id : subject.path;
}

function refusal(text: string, unlisted: InstanceOrigin[] = []): LabError {
  try {
    throw new Error(`It was taken for ${meant(text, unlisted)}.`);
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    throw thrown;
  }
}

describe('what is to be inspected', () => {
  it.each([
    ['a name', 'web-db', 'abc222'],
    ['a name that another begins with', 'web', 'abc111'],
    ['an id', 'abc111', 'abc111'],
    ['the beginning of an id', 'abc2', 'abc222'],
    ['the beginning of a name', 'ca', '4444444'],
    ['a pid of a container', '20', 'abc222'],
    ['a pid of a Wasm process', '30', '30-999'],
    ['a number that no pid is, but an id begins with', '444', '4444444'],
    ['a file by its ending', 'x.wasm', resolve('x.wasm')],
    ['a file by its path', './web', resolve('web')],
    ['a file in this folder, when nothing is called so', 'package.json', resolve('package.json')],
  ])('is found by %s', (_, text, subject) => {
    expect(meant(text)).toBe(subject);
  });

  it('takes no list for what is surely a file', () => {
    expect(['a/b', 'a.wasm', 'a.CWASM'].every(isFile)).toBe(true);
    expect(['a', 'a.txt', '1234'].some(isFile)).toBe(false);
  });

  it('is refused with all that it could be', () => {
    const { code, message, hint } = refusal('abc');
    expect({ code, message }).toEqual({
      code: 'bad-request',
      message: '"abc" can be web (abc111), web-db (abc222).',
    });
    expect(hint).toContain('pid');
    expect(refusal('twice').message).toBe('"twice" can be twice (pid 31), twice (pid 32).');
  });

  it('is refused with where to look when nothing is called so', () => {
    expect(refusal('nothing')).toMatchObject({ code: 'unknown-instance', exitCode: 2 });
    expect(refusal('nothing').hint).toContain('paralelo ps --all');
    expect(refusal('4194399').message).toContain('no container, Wasm process or file');
  });

  it('is refused for a process of another kind, by saying so', () => {
    expect(refusal(String(process.pid)).message).toMatch(/^Process \d+ is neither a Wasm process/);
  });

  it('is refused with the places that did not answer: it may be there', () => {
    const problem = { code: 'engine-lost' as const, message: 'It hangs.', hint: '' };
    const unlisted = [{ id: 'docker', name: 'Docker', isListed: false, problem }];
    expect(refusal('nothing', unlisted).hint).toContain('Docker (It hangs.)');
  });
});
