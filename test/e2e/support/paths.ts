import { join } from 'node:path';

export const CHECKOUT = join(import.meta.dirname, '../../..');
export const MAIN = join(CHECKOUT, 'out/main/main.cjs');
/** The built command line, or the installed one: `npm run dist -- --suite` tests that. */
export const CLI: [program: string, ...args: string[]] = process.env['PARALELO_INSTALLED_CLI']
  ? [process.env['PARALELO_INSTALLED_CLI']]
  : [process.execPath, join(CHECKOUT, 'out/main/cli.cjs')];
export const PRELOAD = join(CHECKOUT, 'out/preload/preload.cjs');
