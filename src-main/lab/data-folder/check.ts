import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { LabError } from '../../contract/index.js';

/** statfs(2), `f_type`: several machines may have it open, and SQLite's WAL needs memory that all of them share. */
const OF_A_NETWORK = new Map<number, string>([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB 2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
  [0x786f4256, 'a shared folder of VirtualBox'],
]);

/** A folder for what is recorded, made where there is none. Throws LabError `folder-not-fit`. */
export async function checkDataFolder(path: string, appDirs: readonly string[]): Promise<void> {
  if (!isAbsolute(path)) {
    throw unfit(`${path} is not a whole path.`, 'Give the path from the root of the file system.');
  }
  const real = await realParent(path);
  for (const appDir of appDirs) {
    if (isWithin(real, appDir)) {
      throw unfit(
        `${path} is inside Paralelo itself: the next update would take it away.`,
        'Choose a folder of your own.',
      );
    }
  }
  await make(path);
  const network = OF_A_NETWORK.get((await statfs(path)).type >>> 0);
  if (network !== undefined) {
    throw unfit(
      `${path} is on a file system of a network (${network}), where the database could be damaged.`,
      'Choose a folder on a disk of this machine.',
    );
  }
  await tryToWrite(path);
}

async function make(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (!(await stat(path)).isDirectory()) throw new Error('it is a file');
  } catch (thrown) {
    throw unfit(
      `${path} is no folder and cannot be made one: ${(thrown as Error).message}.`,
      OTHER,
    );
  }
}

async function tryToWrite(path: string): Promise<void> {
  const file = join(path, `.paralelo-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(file, '', { flag: 'wx' });
    await rm(file);
  } catch (thrown) {
    throw unfit(`${path} cannot be written to: ${(thrown as Error).message}.`, OTHER);
  }
}

const OTHER = 'Choose another folder, or let your user write there.';

/** As far as it is there already: links lead elsewhere. */
async function realParent(path: string): Promise<string> {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return join(await realpath(there), relative(there, path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function unfit(message: string, hint: string): LabError {
  return new LabError('folder-not-fit', message, hint);
}
