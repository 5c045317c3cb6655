import { describe, expect, it } from 'vitest';
import { FrameSplitter } from '../../../../src-main/runtimes/docker/run/demux.js';

function frame(stream: 1 | 2, text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.from([stream, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

function split(chunks: Buffer[]): { stdout: string; stderr: string; pieces: number } {
  const seen = { stdout: '', stderr: '', pieces: 0 };
  const splitter = new FrameSplitter((stream, chunk) => {
    seen[stream] += Buffer.from(chunk).toString('latin1');
    seen.pieces += 1;
  });
  for (const chunk of chunks) splitter.push(chunk);
  return seen;
}

const FRAMES = Buffer.concat([frame(1, 'one'), frame(2, 'error'), frame(1, ''), frame(1, 'two')]);

describe('the output of an engine', () => {
  it('is split into its two streams', () => {
    expect(split([FRAMES])).toMatchObject({ stdout: 'onetwo', stderr: 'error' });
  });

  it('is the same wherever the connection cuts it', () => {
    for (let at = 0; at <= FRAMES.length; at += 1) {
      const cut = split([FRAMES.subarray(0, at), FRAMES.subarray(at)]);
      expect(cut).toMatchObject({ stdout: 'onetwo', stderr: 'error' });
    }
    const bytes = [...FRAMES].map((byte) => Buffer.from([byte]));
    expect(split(bytes)).toMatchObject({ stdout: 'onetwo', stderr: 'error' });
  });

  it('is handed on before its frame is complete', () => {
    const long = frame(1, 'x'.repeat(1000)).subarray(0, 500);
    expect(split([long])).toMatchObject({ stdout: 'x'.repeat(492), pieces: 1 });
  });
});
