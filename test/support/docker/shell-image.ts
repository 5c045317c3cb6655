import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { findImage } from '../../../src-main/runtimes/docker/prepare/image.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';

/** Present on every Linux; taken from the machine, so that the tests need no registry and no compiler. */
const TOOLS = [
  '/bin/sh',
  '/bin/cat',
  '/bin/sleep',
  '/usr/bin/head',
  '/usr/bin/env',
  '/usr/bin/tail',
];

export const SHELL_IMAGE = 'paralelo-test/shell:1';

interface ImportOptions {
  ref: string;
  files: Record<string, Buffer>;
  /** Dockerfile instructions. */
  changes?: string[];
}

/** An image of these files and nothing else. */
export async function importImage(engine: Engine, options: ImportOptions): Promise<void> {
  const { ref, files, changes = [] } = options;
  const [repo = '', tag = 'latest'] = ref.split(':');
  await engine.client.json({
    method: 'POST',
    path: '/images/create',
    query: { fromSrc: '-', repo, tag, changes },
    file: await tarOf(files),
  });
}

/** As `docker save` writes it. */
export async function savedTar(engine: Engine, ref: string): Promise<Buffer> {
  const saved = await engine.client.stream({ method: 'GET', path: `/images/${ref}/get` });
  return await buffer(saved);
}

/** An image that says it is for another processor: an import cannot, an archive as of `docker save` can. */
export async function loadImageFor(
  engine: Engine,
  architecture: string,
  { ref, files }: ImportOptions,
): Promise<void> {
  const layer = await tarOf(files);
  const diffId = `sha256:${createHash('sha256').update(layer).digest('hex')}`;
  const config = {
    architecture,
    os: 'linux',
    config: { Entrypoint: Object.keys(files).slice(0, 1) },
    rootfs: { type: 'layers', diff_ids: [diffId] },
  };
  const manifest = [{ Config: 'config.json', RepoTags: [ref], Layers: ['layer.tar'] }];
  const file = await tarOf({
    '/config.json': Buffer.from(JSON.stringify(config)),
    '/manifest.json': Buffer.from(JSON.stringify(manifest)),
    '/layer.tar': layer,
  });
  await engine.client.json({ method: 'POST', path: '/images/load', file });
}

async function tarOf(files: Record<string, Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) {
    tar.entry({ name: name.slice(1), mode: 0o755 }, content);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A shell and a few tools. */
export async function importShellImage(engine: Engine): Promise<void> {
  if ((await findImage(engine, SHELL_IMAGE)) !== undefined) return;
  await importImage(engine, {
    ref: SHELL_IMAGE,
    files: shellFiles(),
    changes: ['ENV PATH=/usr/bin:/bin'],
  });
}

function shellFiles(): Record<string, Buffer> {
  const files: Record<string, Buffer> = { '/not-a-program': Buffer.from('neither ELF nor script') };
  for (const tool of TOOLS) {
    for (const path of [tool, ...librariesOf(tool)]) files[path] = readFileSync(realpathSync(path));
  }
  return files;
}

/** The shell image in any engine: Podman's import takes no name, so that one is given afterwards. */
export async function provideShellImage(engine: Engine): Promise<void> {
  if ((await findImage(engine, SHELL_IMAGE)) !== undefined) return;
  if (engine.id === 'docker') return importShellImage(engine);
  const answer = await engine.client.json({
    method: 'POST',
    path: '/images/create',
    query: { fromSrc: '-', changes: ['ENV PATH=/usr/bin:/bin'] },
    file: await tarOf(shellFiles()),
  });
  const { status } = lastLine(answer) as { status: string };
  const [repo = '', tag = ''] = SHELL_IMAGE.split(':');
  await engine.client.json({ method: 'POST', path: `/images/${status}/tag`, query: { repo, tag } });
}

/** One JSON line or several, of which dockerode gives the bytes. */
function lastLine(answer: unknown): unknown {
  if (!Buffer.isBuffer(answer)) return answer;
  return JSON.parse(answer.toString('utf8').trim().split('\n').at(-1) ?? '');
}

export async function removeImage(engine: Engine, ref: string): Promise<void> {
  const query = { force: true };
  await engine.client
    .json({ method: 'DELETE', path: `/images/${ref}`, query })
    .catch(() => undefined);
}

/** The absolute paths in `ldd`'s answer, the loader included. */
function librariesOf(program: string): string[] {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' });
  return [...listed.matchAll(/(\/\S+) \(0x/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => dirname(path) !== '.');
}
