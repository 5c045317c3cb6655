import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_MODULE_BYTES, readModuleFile } from '../../../../src-main/lab/profiles/read-file.js';
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

async function refusal(path: string): Promise<string> {
  const thrown = await readModuleFile(path).catch((error: unknown) => error);
  if (!(thrown instanceof LabError)) throw new Error('It was not refused.');
  expect(thrown.hint).not.toBe('');
  return `${thrown.code}: ${thrown.message.replace(folder, '')}`;
}

describe('a file that is to be looked at as a module', () => {
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

  it('is refused without being read when it is larger than anybody builds', async () => {
    const path = put('huge.wasm', '');
    truncateSync(path, MOST_MODULE_BYTES + 1);
    expect(await refusal(path)).toMatch(/^not-a-module: .* larger than 256 MiB/);
  });

  it('is refused when its size tells nothing and there is no end to it', async () => {
    expect(await refusal('/dev/zero')).toMatch(/^not-a-module: .* not a regular file/);
  });

  it('is refused when its path is not absolute: whose folder would that be?', async () => {
    expect(await refusal('x.wasm')).toBe('bad-request: x.wasm is not an absolute path.');
  });

  it('is refused when it may not be read', async () => {
    if (process.getuid?.() === 0) {
      uncovered('inspect of an unreadable file', 'root may read every file.');
      return;
    }
    const path = put('secret.wasm', '');
    chmodSync(path, 0);
    expect(await refusal(path)).toBe('file-not-found: /secret.wasm cannot be read (EACCES).');
  });
});
