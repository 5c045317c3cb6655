import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../../src-main/contract/index.js';
import { HandedOver } from '../../../../../src-main/runtimes/docker/instances/handed-over.js';

const line = (atIso: string, text: string): LogLine => ({ stream: 'stdout', atIso, text });

describe('a log that is read on', () => {
  it('begins at the last second, without what was handed over of it', () => {
    const read = new HandedOver();
    expect(read.sinceS).toBeUndefined();
    read.count([line('2026-11-25T10:00:00Z', 'a'), line('2026-11-25T10:00:01Z', 'b')]);
    read.count([line('2026-11-25T10:00:01Z', 'c')]);
    expect(read.sinceS).toBe(Date.parse('2026-11-25T10:00:01Z') / 1000);
    const again = ['b', 'c', 'd', 'e'].map((text) => line('2026-11-25T10:00:01Z', text));
    const fresh = read.again();
    const texts = [again.slice(0, 1), again.slice(1)].flatMap((lines) => fresh(lines));
    expect(texts.map(({ text }) => text)).toEqual(['d', 'e']);
    expect(read.total).toBe(5);
    const onceMore = [...again, line('2026-11-25T10:00:02Z', 'f')];
    expect(
      read
        .again()(onceMore)
        .map(({ text }) => text),
    ).toEqual(['f']);
    expect(read.again()(onceMore.slice(-1))).toEqual([]);
  });
});
