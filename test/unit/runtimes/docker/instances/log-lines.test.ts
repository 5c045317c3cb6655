import { describe, expect, it } from 'vitest';
import { LogLines } from '../../../../../src-main/runtimes/docker/instances/log-lines.js';
import { FrameSplitter } from '../../../../../src-main/runtimes/docker/run/demux.js';

const AT = '2026-11-25T13:33:06.762019924Z';

describe('lines of a log', () => {
  it('are the same however the bytes are cut', () => {
    const bytes = Buffer.from(`${AT} é漢🦀\n${AT} \n${AT} last`);
    const whole = [
      { stream: 'stdout', atIso: AT, text: 'é漢🦀' },
      { stream: 'stdout', atIso: AT, text: '' },
      { stream: 'stdout', atIso: AT, text: 'last' },
    ];
    for (let size = 1; size <= bytes.length; size += 1) {
      const lines = new LogLines(false);
      for (let at = 0; at < bytes.length; at += size) {
        lines.push('stdout', bytes.subarray(at, at + size), at === 0);
      }
      expect(lines.takeRest()).toEqual(whole);
    }
  });

  it('lose the times that an engine puts inside of a long line, wherever its frames are cut', () => {
    const frames = [`${AT} aaa`, `${AT} bbb`, `${AT} ccc\n`].map((text) => {
      const header = Buffer.alloc(8);
      header[0] = 2;
      header.writeUInt32BE(text.length, 4);
      return Buffer.concat([header, Buffer.from(text)]);
    });
    const bytes = Buffer.concat(frames);
    for (let size = 1; size <= bytes.length; size += 1) {
      const lines = new LogLines(false);
      const splitter = new FrameSplitter((stream, chunk, isBeginning) =>
        lines.push(stream, chunk, isBeginning),
      );
      for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
      expect(lines.takeRest()).toEqual([{ stream: 'stderr', atIso: AT, text: 'aaabbbccc' }]);
    }
  });

  it('are cut after 16 KB, between characters', () => {
    const lines = new LogLines(false);
    lines.push('stdout', Buffer.from(`${AT} a${'é'.repeat(20_000)}\nnext\n`));
    const [long, next] = lines.take();
    expect(Buffer.byteLength(long?.text ?? '')).toBe(16_383);
    expect(long?.text.endsWith('é')).toBe(true);
    expect(next).toEqual({ stream: 'stdout', text: 'next' });
  });

  it('of the two streams do not mix', () => {
    const lines = new LogLines(false);
    lines.push('stdout', Buffer.from('ou'));
    lines.push('stderr', Buffer.from('err\n'));
    lines.push('stdout', Buffer.from('t\n'));
    expect(lines.take().map(({ stream, text }) => `${stream} ${text}`)).toEqual([
      'stderr err',
      'stdout out',
    ]);
  });
});
