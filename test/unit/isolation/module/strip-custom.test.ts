import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModule, stripCustomSections } from '../../../../src-main/isolation/module/index.js';
import { ROOT } from '../../../support/paralelo.js';
import { custom, encodeModule } from '../../../support/wasm/encoder.js';
import { MADE_BY } from '../../../support/wasm/made-by.js';

const COMPONENT = join(ROOT, 'test/fixtures/components/hello.component.wasm');

describe('a module without its custom sections', () => {
  it('is byte for byte the one that never had them', () => {
    const parts = { memories: [{ min: 1 }], bodies: [[]] };
    const customs = [custom('name', [1, 2, 3]), custom('producers')];
    const stripped = stripCustomSections(encodeModule({ ...parts, customs }));
    expect([...(stripped ?? [])]).toEqual([...encodeModule(parts)]);
  });

  it.each(MADE_BY.map(({ path }) => path))(
    'is still what it was, in V8 and in the reader: %s',
    (path) => {
      const whole = readFileSync(path);
      const stripped = stripCustomSections(whole) ?? new Uint8Array();
      expect(WebAssembly.validate(stripped)).toBe(WebAssembly.validate(whole));
      const { customSections, imports, exports, memories } = readModule(stripped);
      const before = readModule(whole);
      expect({ imports, exports, memories }).toEqual({
        imports: before.imports,
        exports: before.exports,
        memories: before.memories,
      });
      expect(customSections).toEqual([]);
      expect(stripped.length < whole.length).toBe(before.customSections.length > 0);
    },
  );

  it('cannot be had of a component, whose parts are modules', () => {
    expect(stripCustomSections(readFileSync(COMPONENT))).toBeUndefined();
  });

  it('cannot be had of what is no module or ends too early', () => {
    expect(() => stripCustomSections(Buffer.from('hello'))).toThrow('looks like');
    const cut = encodeModule({ customs: [custom('name', [1, 2, 3])] }).subarray(0, -2);
    expect(() => stripCustomSections(cut)).toThrow('goes beyond the end');
  });
});
