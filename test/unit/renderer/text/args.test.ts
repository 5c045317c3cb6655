import { describe, expect, it } from 'vitest';
import { joinArgs, splitArgs } from '../../../../src-renderer/text/args.js';

describe('splitting arguments', () => {
  it.each([
    ['', []],
    ['  --to  128m ', ['--to', '128m']],
    ["'a b' c", ['a b', 'c']],
    ['"a \\"b\\"" c', ['a "b"', 'c']],
    ['a\\ b', ['a b']],
    ["''", ['']],
    ['--name="x y"z', ['--name=x yz']],
    ['"\\n"', ['\\n']],
    ["'\\'", ['\\']],
    ['$HOME *', ['$HOME', '*']],
  ])('splits %j as a shell would', (text, args) => {
    expect(splitArgs(text)).toEqual({ args });
  });

  it.each(['"open', "it's", 'ends in \\'])('says what is unbalanced in %j', (text) => {
    expect(splitArgs(text)).toHaveProperty('error');
  });

  it('gives back the same words after joining', () => {
    const words = ['--to', '128m', 'a b', "it's", '', '"', '\\', 'ünï', '$x'];
    expect(splitArgs(joinArgs(words))).toEqual({ args: words });
  });
});
