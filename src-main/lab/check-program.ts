import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { LabError } from '../contract/index.js';

/** Throws LabError unless the path is absolute and that of a file which this user may execute. */
export async function checkProgram(path: string): Promise<void> {
  if (!isAbsolute(path)) {
    throw new LabError(
      'bad-request',
      `${path} is not an absolute path.`,
      'Give the whole path of the program, such as /usr/local/bin/wasmtime.',
    );
  }
  const stats = await stat(path).catch((cause: unknown) => {
    throw notThere(path, cause);
  });
  if (!stats.isFile()) {
    throw new LabError(
      'not-executable',
      stats.isDirectory() ? `${path} is a folder.` : `${path} is not a regular file.`,
      'Give the path of the program itself.',
    );
  }
  await access(path, constants.X_OK).catch((cause: unknown) => {
    throw new LabError(
      'not-executable',
      `${path} is not an executable file.`,
      `Make it one with \`chmod +x ${path}\`, or give the path of the program itself.`,
      { cause },
    );
  });
}

function notThere(path: string, cause: unknown): LabError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return ['ENOENT', 'ENOTDIR'].includes(code)
    ? new LabError('file-not-found', `There is no file ${path}.`, 'Check the path.', { cause })
    : new LabError(
        'not-executable',
        `${path} cannot be looked at (${code}).`,
        'Check the permissions of the folders above it.',
        { cause },
      );
}
