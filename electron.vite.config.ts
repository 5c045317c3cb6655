import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { rememberPackages } from './scripts/lib/packaging/bundled-packages.mjs';
import { preloadRoom } from './scripts/lib/preload-room.mjs';
import { leaveOut } from './scripts/lib/packaging/unused-packages.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Their licences are collected after the build (scripts/lib/packaging/licences.mjs). */
const bundledIn = (part: string): Plugin => rememberPackages(at('out/bundled'), part);

/**
 * Bundled, so that the packaged app carries no more of node_modules than libsql, whose native addon no bundle can hold;
 * the optional macOS sensors are absent by design.
 */
const bundled = ['dockerode', 'systeminformation', 'valibot', 'commander', 'ws', 'tar-stream'];
/** Of dockerode: its own ssh (ours is the program, `runtimes/docker/engine/ssh.ts`) and the sessions of BuildKit. */
const unused = ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'];
const external = [/\.node$/, 'macos-temperature-sensor', 'osx-temperature-sensor'];

/** Electron 25 (the compatibility runtime) has Node 18.15 and Chromium 114; the newest must run too. */
const nodeOutput = {
  format: 'cjs' as const,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
};

/**
 * The guest host is one file that starts as fast as a bare script: every module of the main build
 * loads the bundler's helpers first, and it uses none of them.
 */
const hostAlone: Plugin = {
  name: 'host-alone',
  generateBundle(_options, bundle) {
    const host = bundle['v8-host.cjs'];
    if (host?.type !== 'chunk') return;
    host.code = host.code.replace(/^require\("\.\/rolldown-runtime[^"]*"\);\n/, '');
  },
};

/** Beside a part for each room few others: each file that is asked for has its price. */
const PARTS = [
  {
    name: 'contract', // All that a page needs that only hosts guests.
    test: /src-main\/contract\/|src-renderer\/(client\.ts|guests\/|transport\/)|node_modules\/valibot\//,
    priority: 2,
  },
  {
    name: 'frame',
    test: /src-renderer\/(actions|components|drop|state|text|views\/instances\/alerts)\/|node_modules\/(?!chart\.js|@kurkle)/,
    priority: 1,
  },
  { name: 'charts', test: /src-renderer\/charts\/|node_modules\/(chart\.js|@kurkle)\// },
];

export default defineConfig({
  main: {
    plugins: [leaveOut(unused), hostAlone, bundledIn('main')],
    build: {
      target: 'node18.15',
      outDir: 'out/main',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          main: at('src-main/electron/main.ts'),
          cli: at('src-main/console/cli.ts'),
          'v8-host': at('src-main/runtimes/v8/host/main.ts'),
          'store-worker': at('src-main/store/worker/main.ts'),
        },
        external,
        output: nodeOutput,
      },
    },
  },
  preload: {
    plugins: [bundledIn('preload')],
    build: {
      target: 'node18.15',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('src-main/electron/preload.ts') },
        output: nodeOutput,
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [
      svelte({ configFile: at('svelte.config.js') }),
      preloadRoom('/views/lab/LabView.svelte'),
      bundledIn('renderer'),
    ],
    build: {
      target: 'chrome114',
      // electron-vite does not by itself, and the page is read at every start.
      minify: true,
      // One for all rooms: which rule comes after which must not depend on what was opened first.
      cssCodeSplit: false,
      outDir: at('out/renderer'),
      rollupOptions: {
        input: {
          index: at('src-renderer/index.html'),
          guests: at('src-renderer/guests.html'),
        },
        output: { codeSplitting: { groups: PARTS } },
      },
    },
    // Both servers know it by this name: it is the one script that may compile WebAssembly.
    worker: {
      plugins: () => [bundledIn('worker')],
      rollupOptions: { output: { entryFileNames: 'guest-worker.js' } },
    },
  },
});
