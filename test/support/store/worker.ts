import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
let built: Promise<string> | undefined;

/** Builds the store's thread alone, with the options of electron.vite.config.ts, once. Returns its path. */
export function buildStoreWorker(): Promise<string> {
  return (built ??= buildAnew());
}

async function buildAnew(): Promise<string> {
  const outDir = resolve(ROOT, 'out/test');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node18.15',
      outDir,
      emptyOutDir: false,
      rollupOptions: {
        input: { 'store-worker': resolve(ROOT, 'src-main/store/worker/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  return resolve(outDir, 'store-worker.cjs');
}
