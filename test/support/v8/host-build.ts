import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Builds the guest host alone, with the options of electron.vite.config.ts, and returns its path. */
export async function buildHost(): Promise<string> {
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
        input: { 'v8-host': resolve(ROOT, 'src-main/runtimes/v8/host/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  return resolve(outDir, 'v8-host.cjs');
}

export const PROBE_PATH = resolve(ROOT, 'test/fixtures/modules/probe.wasm');
