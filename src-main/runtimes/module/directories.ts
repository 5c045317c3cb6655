import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Grants, Volume } from '../../contract/index.js';

/** What a WASI preview 1 engine can be granted: everything checked, every path absolute. */
export interface ModuleGrants {
  env: Record<string, string>;
  directories: Volume[];
  stdinPath?: string;
}

/** What an engine cannot grant, by what it is asked for: why not, as the end of a sentence. */
export interface GrantGaps {
  directories?: string;
  readOnly?: string;
  environment?: string;
}

interface Granter {
  id: string;
  name: string;
  gaps?: GrantGaps;
}

/** Throws LabError `grant-not-possible` or `file-not-found` for what cannot be granted or is not there. */
export function moduleGrants(grants: Grants, { id, name, gaps = {} }: Granter): ModuleGrants {
  const who = `${name} (${id})`;
  if (grants.network !== 'none') {
    throw notPossible(
      `${who} cannot give the network "${grants.network}": WASI preview 1 has no call that opens a connection.`,
      'Leave the network at none, or choose a container runtime.',
    );
  }
  const refuse = (why: string | undefined, isAsked: boolean, what: string): void => {
    if (why === undefined || !isAsked) return;
    throw notPossible(`${who} cannot grant ${what}: ${why}.`, 'Choose another runtime for it.');
  };
  refuse(gaps.directories, grants.volumes.length > 0, 'a directory');
  refuse(
    gaps.readOnly,
    grants.volumes.some(({ readOnly }) => readOnly),
    'a read-only directory',
  );
  refuse(gaps.environment, Object.keys(grants.env).length > 0, 'environment variables');
  return {
    env: grants.env,
    directories: checkedDirectories(grants.volumes),
    ...(grants.stdinPath === undefined ? {} : { stdinPath: readableFile(grants.stdinPath) }),
  };
}

function checkedDirectories(volumes: readonly Volume[]): Volume[] {
  const seen = new Set<string>();
  return volumes.map((volume) => {
    if (seen.has(volume.guestPath)) throw grantedTwice(volume.guestPath);
    seen.add(volume.guestPath);
    return { ...volume, hostPath: grantedDirectory(volume.hostPath) };
  });
}

function grantedDirectory(hostPath: string): string {
  const path = resolve(hostPath);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw notFound(path, 'directory');
  if (stats.isDirectory()) return path;
  throw notPossible(
    `${path} is not a directory, and WASI preview 1 grants only directories.`,
    'Grant the directory that holds the file.',
  );
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
  return notPossible(
    `Two directories are granted as ${guestPath}.`,
    'Give each directory a path of its own in the guest.',
  );
}

function notPossible(message: string, hint: string): LabError {
  return new LabError('grant-not-possible', message, hint);
}
