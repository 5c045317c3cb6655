import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../../src-main/contract/index.js';
import { differenceOf, escaped } from '../../../../src-main/experiments/program/difference.js';
import { judge } from '../../../../src-main/experiments/program/judge.js';
import { PrintedShelf } from '../../../../src-main/experiments/program/printed.js';
import {
  differenceSentences,
  outputWarnings,
} from '../../../../src-main/experiments/program/words.js';

const MIB = 1024 ** 2;

function recordOf(output: Uint8Array, code = 0): RunRecord {
  return {
    stdoutSha256: createHash('sha256').update(output).digest('hex'),
    stdoutBytes: output.length,
    outcome: { kind: 'exited', code, reason: '' },
  } as unknown as RunRecord;
}

/** As the lab does: no more than the first MiB is handed on. */
function put(shelf: PrintedShelf, text: string | Uint8Array, code = 0) {
  const output = Buffer.from(text);
  return shelf.put(recordOf(output, code), output.subarray(0, MIB));
}

async function difference(one: string | Uint8Array, other: string | Uint8Array, ignore?: string) {
  const shelf = new PrintedShelf(ignore);
  const [first, second] = [await put(shelf, one), await put(shelf, other)];
  return differenceOf(first.printed, second.printed, shelf.gaveUp);
}

describe('two outputs', () => {
  it('that are the same byte for byte have no difference', async () => {
    expect(await difference('one\n', 'one\n')).toBeUndefined();
  });

  it('differ from the first byte that is not the same, with a few bytes of both', async () => {
    expect(await difference('sum 12\tend\n', 'sum 13\tend\n')).toEqual({
      atByte: 5,
      here: '"2\\tend\\n"',
      there: '"3\\tend\\n"',
      isOfRest: false,
    });
  });

  it('of which one is the beginning of the other differ where that ends', async () => {
    expect(await difference('one\n', 'one\ntwo\n')).toMatchObject({
      atByte: 4,
      here: '(its end)',
      there: '"two\\n"',
    });
    expect(await difference('', 'x')).toMatchObject({ atByte: 0, here: '(its end)' });
  });

  it('that are no text are compared as bytes, not as what a decoder makes of them', async () => {
    const [here, there] = [Uint8Array.of(0x61, 0xff), Uint8Array.of(0x61, 0xfe)];
    expect(await difference(here, there)).toMatchObject({
      atByte: 1,
      here: '"\\xff"',
      there: '"\\xfe"',
    });
  });

  it('that differ beyond what was kept are different, and where is not told', async () => {
    const long = Buffer.alloc(MIB + 10, 'a');
    const other = Buffer.from(long);
    other[MIB + 5] = 0x62;
    expect(await difference(long, other)).toEqual({ here: '', there: '', isOfRest: false });
    expect(await difference(long, Buffer.concat([long, other]))).not.toHaveProperty('atByte');
    const early = Buffer.from(long);
    early[3] = 0x62;
    expect(await difference(long, early)).toMatchObject({ atByte: 3 });
  });

  it('are shown in bytes that no terminal obeys', () => {
    expect(escaped(Buffer.from('\u001b[2J\\é'), 0)).toBe('"\\x1b[2J\\\\\\xc3\\xa9"');
    expect(escaped(Buffer.from('x'.repeat(30)), 0)).toBe(`"${'x'.repeat(24)}…"`);
  });
});

describe('what is to be ignored', () => {
  it('is taken out of both before they are compared', async () => {
    expect(await difference('took 12 ms\n', 'took 3456 ms\n', '\\d+ ms')).toBeUndefined();
    expect(await difference('a: 1\nb\n', 'a: 2\nc\n', '^a: \\d$')).toMatchObject({
      atByte: 1,
      isOfRest: true,
    });
  });

  it('is left alone in an output of which not all was kept', async () => {
    const [one, other] = [`1${'x'.repeat(MIB)}`, `2${'x'.repeat(MIB)}`];
    expect(await difference(one, other, '\\d')).toMatchObject({ atByte: 0, isOfRest: false });
  });

  it('is given up when its expression would never end: outputs are compared as printed, with a warning', async () => {
    const shelf = new PrintedShelf('(a+)+$');
    const hostile = `${'a'.repeat(60)}!`;
    const beganAt = await put(shelf, 'aa\n');
    expect(beganAt.printed.rest).toBeDefined();
    const seen = [await put(shelf, hostile), await put(shelf, `${hostile}!`)];
    expect(shelf.gaveUp).toBe(true);
    const judged = judge(
      seen.map((one, at) => ({ runtime: `r${String(at)}`, seen: [one] })),
      shelf.gaveUp,
    );
    expect(outputWarnings(judged, shelf.gaveUp).map(({ code }) => code)).toEqual([
      'outputs-differ',
      'ignore-too-slow',
    ]);
  });

  it('does not hold the lab up meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await put(new PrintedShelf('(a+)+$'), `${'a'.repeat(60)}!`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});

describe('contenders', () => {
  it('are judged by the first one that printed at all', async () => {
    const shelf = new PrintedShelf(undefined);
    const [same, other] = [await put(shelf, 'x'), await put(shelf, 'y', 3)];
    const judged = judge(
      [
        { runtime: 'silent', seen: [] },
        { runtime: 'first', seen: [same, same] },
        { runtime: 'like', seen: [same] },
        { runtime: 'other', seen: [other, same] },
      ],
      false,
    );
    expect(judged.map(({ runtime, reference }) => [runtime, reference])).toEqual([
      ['first', 'first'],
      ['like', 'first'],
      ['other', 'first'],
    ]);
    expect(differenceSentences(judged)).toEqual([
      'other printed something else than first: at byte 0, "y" where that has "x".',
      'other ended with exit code 3, first with exit code 0.',
      'other printed 2 different outputs in 2 runs.',
    ]);
  });

  it('whose runs differ only in what is to be ignored printed the same each time', async () => {
    const shelf = new PrintedShelf('\\d+');
    const seen = [await put(shelf, 'at 1'), await put(shelf, 'at 2')];
    const [one] = judge([{ runtime: 'v8', seen }], shelf.gaveUp);
    expect(one?.outputs).toBe(1);
    expect(judge([{ runtime: 'v8', seen }], true)[0]?.outputs).toBe(2);
  });
});
