import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Grants } from '../../contract/index.js';

export interface WasiGrants {
  env: Record<string, string>;
  /** Guest path to host path. */
  preopens: Record<string, string>;
  readOnly: string[];
  stdinPath?: string;
}

/** Turns grants into what node:wasi takes. Throws LabError for what cannot be granted or is not there. */
export function wasiGrants(grants: Grants): WasiGrants {
  if (grants.network !== 'none') {
    throw new LabError(
      'grant-not-possible',
      `V8 (v8) cannot give the network "${grants.network}": WASI preview 1 has no call that opens a connection.`,
      'Leave the network at none, or choose a container runtime.',
    );
  }
  const preopens = new Map<string, string>();
  for (const { hostPath, guestPath } of grants.volumes) {
    if (preopens.has(guestPath)) throw grantedTwice(guestPath);
    preopens.set(guestPath, grantedDirectory(hostPath));
  }
  const readOnly = grants.volumes.filter((volume) => volume.readOnly);
  return {
    env: grants.env,
    preopens: Object.fromEntries(preopens),
    readOnly: readOnly.map(({ guestPath }) => guestPath),
    ...(grants.stdinPath === undefined ? {} : { stdinPath: readableFile(grants.stdinPath) }),
  };
}

function grantedDirectory(hostPath: string): string {
  const path = resolve(hostPath);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw notFound(path, 'directory');
  if (!stats.isDirectory()) {
    throw new LabError(
      'grant-not-possible',
      `${path} is not a directory, and WASI preview 1 grants only directories.`,
      'Grant the directory that holds the file.',
    );
  }
  return path;
}

function readableFile(hostPath: string): string {
  const path = resolve(hostPath);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw notFound(path, 'readable file');
  }
  if (statSync(path).isDirectory()) throw notFound(path, 'readable file');
  return path;
}

function notFound(path: string, what: string): LabError {
  return new LabError(
    'file-not-found',
    `There is no ${what} ${path}.`,
    'Check the path and its permissions.',
  );
}

function grantedTwice(guestPath: string): LabError {
  return new LabError(
    'grant-not-possible',
    `Two directories are granted as ${guestPath}.`,
    'Give each directory a path of its own in the guest.',
  );
}
