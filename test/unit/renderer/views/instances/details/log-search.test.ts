import { describe, expect, it } from 'vitest';
import {
  LogBuffer,
  MOST_LINES,
} from '../../../../../../src-renderer/views/instances/details/logs/log-buffer.js';
import {
  LogSearch,
  MOST_MATCHES,
} from '../../../../../../src-renderer/views/instances/details/logs/log-search.js';
import { segmentsOf } from '../../../../../../src-renderer/views/instances/details/logs/log-segments.js';

function bufferOf(...texts: string[]): LogBuffer {
  const buffer = new LogBuffer();
  buffer.add(texts.map((text) => ({ stream: 'stdout', text })));
  return buffer;
}
const places = (search: LogSearch): [number, number][] =>
  search.matches.map(({ number, from }) => [number, from]);

describe('searching a log', () => {
  it('finds plain text in any case, every time it stands in a line', () => {
    const search = new LogSearch();
    search.look('err', bufferOf('Error: ERR_X', 'fine', 'no error (.*)'));
    expect(places(search)).toEqual([
      [0, 0],
      [0, 7],
      [2, 3],
    ]);
    search.look('(.*)', bufferOf('no error (.*)'));
    expect(places(search)).toEqual([[0, 9]]);
  });

  it('finds text across a change of colour', () => {
    const buffer = bufferOf('a \u001b[31mre\u001b[32md\u001b[0m line');
    const search = new LogSearch();
    search.look('red', buffer);
    const line = buffer.line(0);
    if (line === undefined) throw new Error('no line');
    const hit = search.matches[0];
    const segments = segmentsOf(line, search.of(0), hit);
    expect(segments).toEqual([
      { text: 'a ', style: {} },
      { text: 're', style: { fg: 1 }, hit: 'current' },
      { text: 'd', style: { fg: 2 }, hit: 'current' },
      { text: ' line', style: {} },
    ]);
  });

  it('looks at new lines as they come, and forgets those that are gone', () => {
    const buffer = bufferOf('match 0');
    const search = new LogSearch();
    search.look('match', buffer);
    buffer.add([{ stream: 'stdout', text: 'match 1' }]);
    search.follow(buffer);
    expect(places(search)).toEqual([
      [0, 0],
      [1, 0],
    ]);
    buffer.add(Array.from({ length: MOST_LINES - 1 }, () => ({ stream: 'stdout', text: 'other' })));
    search.follow(buffer);
    expect(places(search)).toEqual([[1, 0]]);
  });

  it('begins anew with a log that was emptied', () => {
    const buffer = bufferOf('match', 'match');
    const search = new LogSearch();
    search.look('match', buffer);
    buffer.clear();
    search.follow(buffer);
    buffer.add([{ stream: 'stdout', text: 'a match' }]);
    search.follow(buffer);
    expect(places(search)).toEqual([[0, 2]]);
  });

  it('stays bounded, and says so', () => {
    const buffer = bufferOf(...Array.from({ length: 10 }, () => 'e'.repeat(16_000)));
    const search = new LogSearch();
    search.look('e', buffer);
    expect(search.matches.length).toBe(MOST_MATCHES);
    expect(search.isFull).toBe(true);
  });
});
