import { join } from 'node:path';

export const CHECKOUT = join(import.meta.dirname, '../../..');
export const MAIN = join(CHECKOUT, 'out/main/main.cjs');
export const CLI = join(CHECKOUT, 'out/main/cli.cjs');
export const PRELOAD = join(CHECKOUT, 'out/preload/preload.cjs');
