import { describe, expect, it } from 'vitest';
import {
  grantsOf,
  heldLimits,
  isLoose,
  limitSentence,
} from '../../../../../src-renderer/views/runtimes/holders.js';
import { MANY_RUNTIMES } from '../../../../support/fake-many.js';
import type { RuntimeInfo } from '../../../../../src-main/contract/index.js';

function known(id: string): RuntimeInfo {
  const found = MANY_RUNTIMES.find((runtime) => runtime.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const who = (runtime: RuntimeInfo) => heldLimits(runtime).map((held) => held.who);

describe('who holds a limit', () => {
  it('is the engine for a container’s cgroup, and the lab for one around a Wasm engine', () => {
    expect(who(known('docker:runc'))).toEqual(['engine', 'engine', 'engine', 'lab', 'none']);
    expect(who(known('wasmtime'))).toEqual(['engine', 'lab', 'interface', 'engine', 'engine']);
    expect(who(known('wazero'))).toEqual(['lab', 'lab', 'interface', 'lab', 'none']);
  });

  it('is not guessed when the lab does not say', () => {
    const runtime = { ...known('wasmtime') };
    delete runtime.heldBy;
    expect(who(runtime)).toEqual(['some', 'some', 'some', 'some', 'some']);
  });

  it('is said in a whole sentence', () => {
    const sentences = heldLimits(known('docker:runc')).map(limitSentence);
    expect(sentences[1]).toBe('CPU: enforced by the engine: CPU quota (cgroup v2 cpu.max).');
    expect(sentences[4]).toBe('Fuel: not enforced.');
  });
});

describe('grants', () => {
  it('are in one order, each given or not', () => {
    const grants = grantsOf(known('wasm3')).map(
      ({ letter, given }) => letter + (given ? '+' : '-'),
    );
    expect(grants).toEqual(['D+', 'E-', 'A+', 'N-', 'S+']);
  });
});

describe('a caveat that weakens the sandbox', () => {
  it.each([
    'wazero follows symbolic links, and "..", out of a granted directory.',
    'There is no sandbox for files.',
    'The engine has no seccomp: system calls are not filtered.',
  ])('stands out: %s', (note) => expect(isLoose(note)).toBe(true));

  it('is not every note', () => {
    expect(isLoose('V8 compiles functions at their first call.')).toBe(false);
  });
});
