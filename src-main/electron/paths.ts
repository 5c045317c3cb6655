import { join } from 'node:path';
import { outsideArchive } from '../lab/outside-archive.js';

/** Relative to the built main.cjs, in a checkout and in the packaged app alike. */
export const RESOURCES_DIR = outsideArchive(join(__dirname, '../../resources'));
export const V8_HOST_PATH = outsideArchive(join(__dirname, 'v8-host.cjs'));
export const STORE_WORKER_PATH = join(__dirname, 'store-worker.cjs');
export const RENDERER_DIR = join(__dirname, '../renderer');
export const PRELOAD_PATH = join(__dirname, '../preload/preload.cjs');
export const LICENCES_PATH = join(__dirname, '../licences.json');
/** In the package it lies outside of the archive: other programs read it. */
export const GUIDE_PATH = outsideArchive(join(__dirname, '../../docs/guide/README.md'));
export const ICON_PATH = join(RESOURCES_DIR, 'icons/256x256.png');
