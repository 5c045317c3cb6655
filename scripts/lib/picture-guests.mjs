// What the pictures of the Instances view show: some containers and Wasm processes that idle or work a little.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from './paths.mjs';

const IMAGES = ['shop/api:2.4', 'shop/db:16', 'shop/worker:2.4', 'metrics/agent:1.9'];
/** @type {{ name: string, image: number, flags?: string[], command: string[] }[]} */
const CONTAINERS = [
  { name: 'shop-api-1', image: 0, flags: flags('96m', '0.12'), command: ['/spin', '--forever'] },
  { name: 'shop-api-2', image: 0, flags: flags('96m', '0.07'), command: ['/spin', '--forever'] },
  { name: 'shop-db-1', image: 1, flags: flags('64m'), command: grow('56m', '0ms') },
  { name: 'shop-worker-1', image: 2, flags: flags('64m'), command: grow('40m', '700ms') },
  { name: 'metrics-agent', image: 3, flags: flags('32m', '0.03'), command: ['/spin', '--forever'] },
  { name: 'ci-runner', image: 2, flags: open(), command: ['/spin', '--forever'] },
  { name: 'old-import', image: 2, command: ['/grow', '--to', '1m'] },
];
/** @type {{ runtime: string, file: string, args: string[] }[]} */
const GUESTS = [
  { runtime: 'wasmtime', file: 'thumbnails.wasm', args: grow('48m', '500ms').slice(1) },
  { runtime: 'wasmer', file: 'rules.wasm', args: grow('12m', '0ms').slice(1) },
  { runtime: 'wasmedge', file: 'filter.wasm', args: grow('6m', '2s').slice(1) },
];

/** Everything that lets it out of its walls. */
function open() {
  const shared = ['--pid', 'host', '--network', 'host', '--volume', '/:/host', '--cpus', '0.02'];
  return [...shared, '--security-opt', 'seccomp=unconfined', '--cap-add', 'SYS_ADMIN'];
}

/** @param {string} memory @param {string} [cpus] */
function flags(memory, cpus) {
  return ['--memory', memory, ...(cpus === undefined ? [] : ['--cpus', cpus])];
}

/** @param {string} to @param {string} pace */
function grow(to, pace) {
  return ['/grow', '--to', to, '--step', '1m', '--pace', pace, '--hold', '1h'];
}

const docker = (/** @type {string[]} */ ...args) => execFileSync('docker', args).toString().trim();

/** Returns what ends and removes them. */
export function startGuests() {
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const suffix = `linux-${arch}`;
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const tar = join(folder, 'twins.tar');
  const files = ['grow', 'spin'].map((name) => `${name}.${suffix}`);
  const rename = `--transform=s/\\.${suffix}$//`;
  execFileSync('tar', ['-C', at('resources/workloads/bin'), '-cf', tar, rename, ...files]);
  for (const image of IMAGES) docker('import', tar, image);
  const ids = CONTAINERS.map(({ name, image, flags = [], command }) => {
    const project = name.startsWith('shop') ? ['--label', 'com.docker.compose.project=shop'] : [];
    const network = flags.includes('--network') ? [] : ['--network', 'none'];
    const own = [...network, '--name', name, ...project, ...flags];
    return docker('run', '-d', ...own, IMAGES[image] ?? '', ...command);
  });
  const guests = GUESTS.flatMap(({ runtime, file, args }) => {
    const program = join(homedir(), '.cache/paralelo/runtimes', runtime, 'bin', runtime);
    if (!existsSync(program)) return [];
    copyFileSync(at('resources/workloads/bin/grow.wasm'), join(folder, file));
    const run = runtime === 'wasmedge' ? [] : ['run'];
    const between = runtime === 'wasmer' ? ['--'] : [];
    return [spawn(program, [...run, file, ...between, ...args], { cwd: folder, stdio: 'ignore' })];
  });
  return () => {
    for (const guest of guests) guest.kill('SIGKILL');
    docker('rm', '-f', ...ids);
    docker('rmi', ...IMAGES);
    rmSync(folder, { recursive: true });
  };
}
