import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paralelo.js';

const FOLDER = join(ROOT, 'test/fixtures/modules/made-by');

/** Modules that many compilers have made: test/fixtures/modules/README.md says which. */
export const MADE_BY: readonly { name: string; path: string }[] = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => ({ name, path: join(FOLDER, name) })),
  { name: 'hello (twin, clang)', path: join(ROOT, 'resources/workloads/bin/hello.wasm') },
  { name: 'probe.wasm (clang)', path: join(ROOT, 'test/fixtures/modules/probe.wasm') },
];
