import { join } from 'node:path';

/** Relative to the built main.cjs, in a checkout and in the packaged app alike. */
export const RESOURCES_DIR = join(__dirname, '../../resources');
export const V8_HOST_PATH = join(__dirname, 'v8-host.cjs');
export const RENDERER_DIR = join(__dirname, '../renderer');
export const PRELOAD_PATH = join(__dirname, '../preload/preload.cjs');
