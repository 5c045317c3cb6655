import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FUSES, setFuses, wrongFuses } from '../../../../scripts/lib/packaging/fuses.mjs';

/** What @electron/fuses looks for in a program: its mark, the version, how many there are, their states. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-fuses-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program with nothing but fuses, as Electron comes: only some of them on. */
function program(states: string): string {
  const path = join(folder, 'electron');
  const wire = Buffer.concat([
    Buffer.from(`before${MARK}`),
    Buffer.from([1, states.length]),
    Buffer.from(states),
    Buffer.from('after'),
  ]);
  writeFileSync(path, wire);
  return path;
}

it('every fuse that is known is decided on, with a reason', () => {
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  expect(FUSES.map(({ name }) => name).sort()).toEqual(known.sort());
  expect(FUSES.filter(({ why }) => why.length < 20)).toEqual([]);
});

it('all are set as they were decided', async () => {
  const path = program('101100001');
  expect(await wrongFuses(path)).not.toEqual([]);
  expect(await setFuses(path)).toEqual([]);
  expect(await wrongFuses(path)).toEqual([]);
  const wire = await getCurrentFuseWire(path);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
});

it('those that an old Electron does not have are named', async () => {
  expect(await setFuses(program('1011000'))).toEqual([
    'GrantFileProtocolExtraPrivileges',
    'WasmTrapHandlers',
  ]);
});

it('one that is new, and on which nobody decided, stops the packaging', async () => {
  const path = program('1011000011');
  await expect(setFuses(path)).rejects.toThrow(/fuse that nobody decided on \(number 9\)/);
});
