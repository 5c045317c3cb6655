import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER_LABEL } from '../../../../src-main/runtimes/docker/labels.js';
import { thisOwner } from '../../../../src-main/runtimes/owner.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { containersOf, theEngine } from '../../../support/docker/engine.js';
import { grants, prepare, shell, start, twin } from '../../../support/docker/run.js';
import type { Wishes } from '../../../support/docker/run.js';
import {
  SHELL_IMAGE,
  importImage,
  importShellImage,
  loadImageFor,
  removeImage,
} from '../../../support/docker/shell-image.js';

const OTHER_ARCH = 'paralelo-test/other-arch:1';
const MISLABELLED = 'paralelo-test/mislabelled:1';
const EMPTY = 'paralelo-test/empty:1';

let engine: Engine;

beforeAll(async () => {
  engine = await theEngine();
  await importShellImage(engine);
  const other = engine.facts.architecture === 'amd64' ? 'arm64' : 'amd64';
  const path = `../../../../resources/workloads/bin/hello.linux-${other}`;
  const files = { '/hello': await readFile(resolve(import.meta.dirname, path)) };
  const changes = ['ENTRYPOINT ["/hello"]'];
  await loadImageFor(engine, other, { ref: OTHER_ARCH, files });
  await importImage(engine, { ref: MISLABELLED, files, changes });
  await importImage(engine, { ref: EMPTY, files });
});

afterAll(async () => {
  for (const ref of [OTHER_ARCH, MISLABELLED, EMPTY]) await removeImage(engine, ref);
  engine.client.close();
});

const image = (ref: string, ...args: string[]) => ({ kind: 'image' as const, ref, args });

/** What a failure says, and that it left no container behind. */
async function refusal(workload: Parameters<typeof start>[1], wishes: Wishes = {}) {
  const thrown: unknown = await start(engine, workload, wishes).catch((error: unknown) => error);
  expect(await containersOf(engine, `${OWNER_LABEL}=${thisOwner()}`)).toEqual([]);
  return thrown as { code: string; message: string; hint: string };
}

describe('what cannot be run', () => {
  it('is an image that no registry has: image-not-found, with what to do', async () => {
    const registry = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening));
    const { port } = registry.address() as AddressInfo;
    const error = await refusal(image(`127.0.0.1:${port}/nobody/nothing:1`));
    registry.close();
    expect(error).toMatchObject({ code: 'image-not-found' });
    expect(error.hint).toMatch(/name and tag/);
  });

  it('is an image whose registry cannot be reached: it says so', async () => {
    const error = await refusal(image('127.0.0.1:9/nobody/nothing:1'));
    expect(error).toMatchObject({ code: 'image-not-found' });
    expect(error.message).toMatch(/registry cannot be reached/);
  });

  it.each(['../containers/json', 'a b', 'a?b', '-x', 'a//b', 'a/./b', 'a/'])(
    'is %j, which is not the name of an image',
    async (ref) => {
      expect(await refusal(image(ref))).toMatchObject({ code: 'image-not-found' });
    },
  );

  it('is a module', async () => {
    const module = { kind: 'module' as const, ref: 'x.wasm', args: [] };
    expect(await refusal(module)).toMatchObject({ code: 'not-executable' });
  });

  it('is an image without a command', async () => {
    expect(await refusal(image(EMPTY))).toMatchObject({ code: 'command-not-found' });
  });

  it.each([['nowhere'], ['/bin/nowhere']])(
    'is the command %s, not in the image',
    async (command) => {
      expect(await refusal(image(SHELL_IMAGE, command))).toMatchObject({
        code: 'command-not-found',
      });
    },
  );

  it('is a file that is not a program', async () => {
    const { live } = await start(engine, image(SHELL_IMAGE, '/not-a-program'));
    expect(await live.ended).toMatchObject({
      kind: 'failed-to-start',
      errorCode: 'wrong-architecture',
    });
  });

  it('is not a program that only says so', async () => {
    const script = 'echo "exec /x: exec format error" >&2; exit 2';
    const { live } = await start(engine, shell(script));
    expect(await live.ended).toMatchObject({ kind: 'exited', code: 2 });
  });

  it('is a directory', async () => {
    expect(await refusal(image(SHELL_IMAGE, '/bin'))).toMatchObject({ code: 'not-executable' });
  });

  it('is a program for another processor, of which an image that says so warns before', async () => {
    const { warnings } = await prepare(engine, image(OTHER_ARCH));
    expect(warnings.map(({ code }) => code)).toContain('other-architecture');
    const { live } = await start(engine, image(MISLABELLED));
    expect(await live.ended).toMatchObject({
      kind: 'failed-to-start',
      errorCode: 'wrong-architecture',
    });
  });

  it('is a twin that is not built for the engine', async () => {
    const facts = { ...engine.facts, architecture: 'riscv64' };
    await expect(prepare({ ...engine, facts }, twin('hello'))).rejects.toMatchObject({
      code: 'wrong-architecture',
    });
  });

  it('is a program with too little memory to be started in', async () => {
    // What the engine itself says, when the lab does not know its minimum.
    const facts = { ...engine.facts, minimumMemoryBytes: 1 };
    const wishes = { limits: { memoryBytes: 1 << 20 } };
    await expect(start({ ...engine, facts }, twin('hello'), wishes)).rejects.toMatchObject({
      code: 'limit-too-low',
      message: expect.stringContaining('6') as string,
    });
  });

  it('is a program with too few processes to be started in', async () => {
    const wishes = { limits: { pids: 1, memoryBytes: 64 << 20 } };
    const { live } = await start(engine, twin('hello'), wishes);
    expect(await live.ended).toMatchObject({ kind: 'exited', code: 0 });
  });
});

describe('what cannot be granted', () => {
  it('is a directory that is not there: it is refused, not made', async () => {
    const volumes = [{ hostPath: '/nowhere/at/all', guestPath: '/data', readOnly: false }];
    const error = await refusal(twin('hello'), { grants: grants({ volumes }) });
    expect(error).toMatchObject({ code: 'file-not-found' });
  });

  it.each(['/', '//', 'relative', '/a/..'])('is a directory at %j', async (guestPath) => {
    const volumes = [{ hostPath: '/tmp', guestPath, readOnly: true }];
    expect(await refusal(twin('hello'), { grants: grants({ volumes }) })).toMatchObject({
      code: 'grant-not-possible',
    });
  });

  it.each(['no-such-network', '../info', 'container:abc'])('is the network %j', async (network) => {
    expect(await refusal(twin('hello'), { grants: grants({ network }) })).toMatchObject({
      code: 'grant-not-possible',
    });
  });

  it('is a standard input that is not there, or is a directory', async () => {
    const missing = grants({ stdinPath: '/nowhere/at/all' });
    expect(await refusal(twin('hello'), { grants: missing })).toMatchObject({
      code: 'file-not-found',
    });
    const folder = grants({ stdinPath: '/tmp' });
    expect(await refusal(twin('hello'), { grants: folder })).toMatchObject({
      code: 'grant-not-possible',
    });
  });

  it('is a capability that does not exist', async () => {
    const privileges = {
      capAdd: ['NO_SUCH_THING'],
      readOnlyRoot: true,
      noNewPrivileges: true,
      seccomp: 'default' as const,
    };
    const error = await refusal(twin('hello'), { privileges });
    expect(error.code).toBe('grant-not-possible');
    expect(error.message).toContain('NO_SUCH_THING');
  });
});
