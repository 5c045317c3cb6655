import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const BUILT = resolve(import.meta.dirname, '../../../../out/main/v8-host.cjs');

test('the built guest host is one file, which loads nothing but modules of Node', () => {
  const required = [...readFileSync(BUILT, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)];
  expect(required.map(([, name]) => name).sort()).toEqual(['node:fs', 'node:wasi']);
});
