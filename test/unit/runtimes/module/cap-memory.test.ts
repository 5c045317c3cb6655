import { describe, expect, test } from 'vitest';
import { readModule } from '../../../../src-main/isolation/module/index.js';
import { capMemory } from '../../../../src-main/runtimes/module/cap-memory.js';
import { custom, encodeModule } from '../../../support/wasm/encoder.js';
import type { MemoryBounds } from '../../../support/wasm/encoder.js';

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: { memory: { grow(pages: number): number } } };
};

function module(memories: MemoryBounds[]): Uint8Array {
  return encodeModule({
    memories,
    exports: [['memory', 'memory', 0]],
    customs: [custom('name', [1, 2, 3])],
  });
}

const memoryOf = (bytes: Uint8Array) => readModule(bytes).memories[0];

describe('a module with its memory capped', () => {
  test.each([
    ['gets the maximum that it did not have', { min: 1 }, 300, 300],
    ['keeps a maximum that is lower', { min: 1, max: 5 }, 300, 5],
    ['has a maximum that is higher lowered', { min: 1, max: 65_536 }, 16, 16],
    ['may be left without any growth', { min: 16, max: 20 }, 16, 16],
  ])('%s', (_, bounds, pages, expected) => {
    expect(memoryOf(capMemory(module([bounds]), pages))).toMatchObject({
      minPages: bounds.min,
      maxPages: expected,
    });
  });

  test('cannot grow beyond it in a real engine', () => {
    const capped = capMemory(module([{ min: 1 }]), 3);
    const { memory } = new WebAssembly.Instance(new WebAssembly.Module(capped)).exports;
    expect(memory.grow(2)).toBe(1);
    expect(() => memory.grow(1)).toThrow(/maximum|grow/i);
  });

  test('is otherwise the same, whatever stands before and behind', () => {
    const before = module([{ min: 2, max: 9 }]);
    expect(capMemory(before, 9)).toEqual(Buffer.from(before));
    expect(readModule(capMemory(before, 2)).customSections.map(({ name }) => name)).toEqual([
      'name',
    ]);
  });

  test('comes back as it is when it has no memory of its own', () => {
    const without = encodeModule({});
    expect(capMemory(without, 1)).toBe(without);
  });

  test('is refused when the memory is 64-bit, whose bounds are of another form', () => {
    expect(() => capMemory(module([{ min: 1, is64: true }]), 3)).toThrow(/64-bit/);
  });
});
