import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModuleFile } from '../../../../src-main/runtimes/module/read-file.js';
import { LabError } from '../../../../src-main/contract/index.js';
import { uncovered } from '../../../support/uncovered.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'paralelo-read-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function refusal(path: string, mostBytes?: number): Promise<string> {
  const thrown = await readModuleFile(path, mostBytes).catch((error: unknown) => error);
  if (!(thrown instanceof LabError)) throw new Error('It was not refused.');
  expect(thrown.hint).not.toBe('');
  return `${thrown.code}: ${thrown.message.replace(folder, '')}`;
}

describe('a file that may be a module', () => {
  it('is read whole, with its hash, also when it is longer than a chunk', async () => {
    const content = Buffer.alloc(3 * 2 ** 20 + 17, 'abc');
    const { bytes, sha256 } = await readModuleFile(put('long.wasm', content));
    expect(Buffer.compare(Buffer.from(bytes), content)).toBe(0);
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('is refused in words when it is not there, a directory or under a file', async () => {
    mkdirSync(join(folder, 'dir.wasm'));
    expect(await refusal(join(folder, 'none.wasm'))).toBe(
      'file-not-found: There is no file /none.wasm.',
    );
    expect(await refusal(join(folder, 'dir.wasm'))).toBe('not-a-module: /dir.wasm is a directory.');
    const below = join(put('file', ''), 'x.wasm');
    expect(await refusal(below)).toBe('file-not-found: There is no file /file/x.wasm.');
  });

  it('is refused when it is a named pipe or a socket, without waiting for anybody', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.wasm')]);
    expect(await refusal(join(folder, 'pipe.wasm'))).toMatch(
      /^not-a-module: .* not a regular file/,
    );
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(folder, 'sock.wasm'), done));
    expect(await refusal(join(folder, 'sock.wasm'))).toMatch(
      /^not-a-module: .* not a regular file/,
    );
    await new Promise((done) => server.close(done));
  });

  it('is refused without being read when it is larger than whoever reads it takes', async () => {
    const path = put('large.wasm', '');
    truncateSync(path, 2 ** 20 + 1);
    expect(await refusal(path, 2 ** 20)).toMatch(/^not-a-module: .* larger than 1\.0 MiB/);
    truncateSync(path, 2 ** 20);
    expect((await readModuleFile(path, 2 ** 20)).bytes).toHaveLength(2 ** 20);
    truncateSync(path, 2 ** 30 + 1);
    expect(await refusal(path)).toMatch(/^not-a-module: .* larger than 1\.0 GiB/);
  });

  it('is refused when its size tells nothing and there is no end to it', async () => {
    expect(await refusal('/dev/zero')).toMatch(/^not-a-module: .* not a regular file/);
  });

  it('is refused when it may not be read', async () => {
    if (process.getuid?.() === 0) {
      uncovered('a module file that may not be read', 'root may read every file.');
      return;
    }
    const path = put('secret.wasm', '');
    chmodSync(path, 0);
    expect(await refusal(path)).toBe('file-not-found: /secret.wasm cannot be read (EACCES).');
  });
});
