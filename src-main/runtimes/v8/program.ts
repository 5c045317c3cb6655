import { spawnSync } from 'node:child_process';
import { parse } from 'node:path';
import { LabError } from '../../contract/index.js';

/** The executable that runs the guest host: a Node, or an Electron that is told to be one. */
export interface HostProgram {
  execPath: string;
  /** Before the script on the command line. */
  flags: string[];
  env: Record<string, string>;
  v8Version: string;
  nodeVersion: string;
  electronVersion?: string;
}

/** From here on node:wasi needs no flag (it has been stable enough since Node 20). */
const FIRST_MAJOR_WITH_WASI = 20;
/** What the loader of the process itself needs; nothing else of our environment goes on. */
const PASSED_ON = ['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot'];

/** Our own executable, unless another is named. Throws LabError `host-failed` when that one is no Node. */
export function findHostProgram(execPath = process.execPath): HostProgram {
  const versions = execPath === process.execPath ? process.versions : askVersions(execPath);
  const isElectron = versions.electron !== undefined;
  const major = Number.parseInt(versions.node ?? '', 10);
  return {
    execPath,
    flags: [
      '--no-warnings',
      ...(major < FIRST_MAJOR_WITH_WASI ? ['--experimental-wasi-unstable-preview1'] : []),
    ],
    env: { ...loaderEnvironment(), ...(isElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {}) },
    v8Version: versions.v8 ?? 'unknown',
    nodeVersion: versions.node ?? 'unknown',
    ...(versions.electron === undefined ? {} : { electronVersion: versions.electron }),
  };
}

/** A directory that is there for as long as the executable is; the guest cannot see it. */
export function workingDirectory(program: HostProgram): string {
  return parse(program.execPath).root;
}

function askVersions(execPath: string): Partial<Record<string, string>> {
  const answer = spawnSync(execPath, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...loaderEnvironment(), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  try {
    return JSON.parse(answer.stdout) as Partial<Record<string, string>>;
  } catch (cause) {
    throw new LabError(
      'host-failed',
      `${execPath} does not answer like Node or Electron.`,
      'Give the path of a Node 18 or newer, or leave it out.',
      { cause },
    );
  }
}

function loaderEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
