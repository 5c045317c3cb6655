import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import { moduleWalls } from '../../../../src-main/isolation/module/index.js';
import { ROOT } from '../../../support/paralelo.js';
import { MADE_BY } from '../../../support/wasm/made-by.js';
import { HEADER, leb, name, section } from '../../../support/wasm/encoder.js';

const MUTATIONS = 10_000;
const FILES = [
  ...MADE_BY.map(({ path }) => path),
  join(ROOT, 'test/fixtures/components/hello.component.wasm'),
].map((path) => readFileSync(path));

/** Imports, tables, memories, exports and the start are read; of the others only how long they are. */
const READ = new Set([2, 4, 5, 7, 8]);
/** A type that V8 does not find or does not want there, a form or a number that this V8 does not have yet. */
const NOT_LOOKED_AT =
  /enable via|[Tt]ype|signature|internal limit|parameter or return|elements limits flags/;

describe(`${MUTATIONS} modules damaged in ways that can be repeated`, () => {
  test('are told or refused as no module, and never told where V8 finds their sections malformed', () => {
    const random = generator(20_261_125);
    const told: string[] = [];
    const files = FILES.map((original) => ({
      original,
      isKnownToV8: complaintOf(original) === undefined,
    }));
    const nothing = { original: Buffer.alloc(0), isKnownToV8: false };
    let refused = 0;
    for (let round = 0; round < MUTATIONS; round += 1) {
      const { original, isKnownToV8 } = files[round % files.length] ?? nothing;
      const bytes = damaged(original, random);
      try {
        moduleWalls(bytes);
        const complaint = isKnownToV8 ? complaintOf(bytes) : undefined;
        if (complaint !== undefined && isOfStructure(complaint, bytes)) told.push(complaint);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(LabError);
        expect((thrown as LabError).code).toBe('not-a-module');
        refused += 1;
      }
    }
    expect(told).toEqual([]);
    // Both ends are reached.
    expect(refused).toBeGreaterThan(MUTATIONS / 10);
    expect(refused).toBeLessThan(MUTATIONS);
  }, 300_000);
});

describe('a module too large for any reason', () => {
  const entry = (index: number): number[] => [...name('env'), ...name(`f${index}`), 0, 0];
  const imports = (count: number): Uint8Array => {
    const entries = Array.from({ length: count }, (_, index) => entry(index)).flat();
    return Uint8Array.from([...HEADER, ...section(1, [1, 0x60, 0, 0]), ...big(2, count, entries)]);
  };

  test('of 100 000 imports is counted, and shown in part', () => {
    const walls = moduleWalls(imports(100_000));
    expect(walls.importCount).toBe(100_000);
    expect(walls.importGroups).toHaveLength(1);
    expect(walls.importGroups[0]?.imports).toHaveLength(1000);
  });

  test('of 100 MB in one section is read by its length', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024);
    const content = bytes.length - HEADER.length - 6;
    bytes.set([...HEADER, 0, ...padded(content), 3, 0x62, 0x69, 0x67]);
    expect(moduleWalls(bytes).customSections).toEqual([{ name: 'big', sizeBytes: content }]);
  });

  test('of 100 MB of sections with nothing in them is refused', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1).fill(0);
    for (let at = HEADER.length; at < bytes.length; at += 3) bytes[at + 1] = 1;
    bytes.set(HEADER);
    expect(() => moduleWalls(bytes)).toThrow('over 100000 sections');
  });

  test('of 100 MB of imports without names is refused by their number', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024);
    const content = bytes.length - HEADER.length - 6;
    bytes.set([...HEADER, 2, ...padded(content), ...leb(25_000_000)]);
    expect(() => moduleWalls(bytes)).toThrow('more than any engine takes');
  });
});

/** A section of so many entries, without a call that has them all as arguments. */
function big(id: number, count: number, entries: number[]): number[] {
  const content = leb(count).concat(entries);
  return [id].concat(leb(content.length), content);
}

/** LEB128 of five bytes, whatever the value. */
function padded(value: number): number[] {
  return [0, 7, 14, 21, 28].map(
    (shift) => (Math.floor(value / 2 ** shift) & 0x7f) | (shift < 28 ? 0x80 : 0),
  );
}

function damaged(original: Buffer, random: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(original);
  for (let change = random(4); change >= 0; change -= 1) {
    // Most of a module is code, which is not read: aim at its head and its tail.
    const at = random(3) === 0 ? bytes.length - 1 - random(300) : random(500);
    bytes[Math.min(Math.max(at, 0), bytes.length - 1)] = random(256);
  }
  return random(6) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
}

/** What V8 says against it; undefined when it compiles it, or it is a component, which V8 does not know. */
function complaintOf(bytes: Uint8Array): string | undefined {
  if (bytes[6] === 1) return undefined;
  const { Module } = (globalThis as unknown as { WebAssembly: WebAssemblyHere }).WebAssembly;
  try {
    new Module(bytes);
    return undefined;
  } catch (thrown) {
    return String(thrown);
  }
}

/** Whether it is about a header or a section that we read, by the offset at its end (`@+22`). */
function isOfStructure(complaint: string, bytes: Uint8Array): boolean {
  const offset = Number(/@\+(\d+)/.exec(complaint)?.[1]);
  const id = sectionAt(bytes, offset);
  return (id === undefined || READ.has(id)) && !NOT_LOOKED_AT.test(complaint);
}

/** The kind of section in which that byte is; undefined outside all of them. */
function sectionAt(bytes: Uint8Array, offset: number): number | undefined {
  let at = HEADER.length;
  while (at < bytes.length) {
    const id = bytes[at];
    let length = 0;
    let shift = 0;
    do {
      at += 1;
      length += ((bytes[at] ?? 0) & 0x7f) * 2 ** shift;
      shift += 7;
    } while ((bytes[at] ?? 0) >= 0x80);
    at += 1;
    if (offset >= at && offset <= at + length) return id;
    at += length;
  }
  return undefined;
}

interface WebAssemblyHere {
  Module: new (bytes: Uint8Array) => unknown;
}

/** The same sequence each time (a linear congruential generator), so that a failure can be repeated. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
