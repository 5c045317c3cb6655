import { join } from 'node:path';
import { LabError } from '../contract/index.js';
import type { TwinInfo } from '../contract/index.js';
import type { TwinFiles, TwinPaths } from '../runtimes/runtime.js';
import { readOwnFile } from '../runtimes/verified-file.js';
import { parseTwinManifest } from './twin-manifest.js';
import type { ManifestTwin } from './twin-manifest.js';

/** The programs that exist in both worlds. */
export interface Twins extends TwinFiles {
  /** Those to choose from; `locate` finds the lab's own tools as well. */
  list(): TwinInfo[];
}

/**
 * Reads `workloads/manifest.json` below `resourcesDir`. Throws `file-not-found` or `twin-damaged`.
 * The artefacts themselves are checked by whoever reads them, with `readVerified`.
 */
export async function loadTwins(resourcesDir: string): Promise<Twins> {
  const folder = join(resourcesDir, 'workloads');
  const manifest = await readOwnFile(join(folder, 'manifest.json'));
  const { twins } = parseTwinManifest(manifest.toString('utf8'));
  const paths = new Map(twins.map((twin) => [twin.name, pathsOf(twin, folder)]));
  const infos = twins.filter(({ hidden }) => !hidden).map(infoOf);
  return {
    list: () => infos,
    locate: (name) => paths.get(name) ?? unknownTwin(name, infos),
  };
}

function pathsOf(twin: ManifestTwin, folder: string): TwinPaths {
  const { wasm, 'linux-amd64': amd64, 'linux-arm64': arm64 } = twin.artefacts;
  return {
    name: twin.name,
    wasmPath: join(folder, wasm.file),
    wasmSha256: wasm.sha256,
    executables: {
      amd64: { path: join(folder, amd64.file), sha256: amd64.sha256 },
      arm64: { path: join(folder, arm64.file), sha256: arm64.sha256 },
    },
    exitMeanings: twin.exitMeanings,
  };
}

function infoOf(twin: ManifestTwin): TwinInfo {
  const { name, title, summary, usage, exampleArgs } = twin;
  const { sha256, bytes } = twin.artefacts.wasm;
  return { name, title, summary, usage, exampleArgs, wasmSha256: sha256, wasmBytes: bytes };
}

function unknownTwin(name: string, known: readonly TwinInfo[]): never {
  throw new LabError(
    'unknown-twin',
    `There is no twin called "${name}".`,
    `Choose one of: ${known.map((twin) => twin.name).join(', ')}.`,
  );
}
