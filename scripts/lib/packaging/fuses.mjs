import {
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';
import { Stop } from '../say.mjs';

/**
 * Every switch that Electron has in its program, what the installed app has it at, and why. One that is new in an
 * Electron and not here stops the packaging.
 * @type {readonly { name: keyof typeof FuseV1Options, on: boolean, why: string }[]}
 */
export const FUSES = [
  {
    name: 'RunAsNode',
    on: true,
    why: 'A guest module runs in a process of its own, which is this program as a plain Node; so does `paralelo` in a terminal. Who can set a variable for it can run any program of the user as well.',
  },
  {
    name: 'EnableCookieEncryption',
    on: false,
    why: 'The window has no cookies, and the key would be asked of the desktop’s keyring.',
  },
  {
    name: 'EnableNodeOptionsEnvironmentVariable',
    on: false,
    why: 'NODE_OPTIONS of a terminal must not put code into the app, nor change what is measured.',
  },
  {
    name: 'EnableNodeCliInspectArguments',
    on: false,
    why: 'No debugger of Node on a port of the app. Tests of the installed app speak to the page instead.',
  },
  {
    name: 'EnableEmbeddedAsarIntegrityValidation',
    on: true,
    why: 'An archive that was changed is not run. macOS and Windows only; on Linux the archive belongs to root.',
  },
  {
    name: 'OnlyLoadAppFromAsar',
    on: true,
    why: 'A folder `resources/app` put beside the archive would otherwise be run instead of it.',
  },
  {
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    on: false,
    why: 'There is no such snapshot.',
  },
  {
    name: 'GrantFileProtocolExtraPrivileges',
    on: false,
    why: 'The page comes from paralelo://app; file: gets nothing more than a browser would give it.',
  },
  {
    name: 'WasmTrapHandlers',
    on: true,
    why: 'A guest in V8 checks its bounds as in a plain Node, or its speed would be another.',
  },
];

/**
 * @param {string} binary the packaged program; on macOS the .app
 * @returns {Promise<string[]>} the fuses that this Electron does not have yet
 */
export async function setFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  const unknown = Object.keys(wire).filter((key) => key !== 'version' && !(key in FuseV1Options));
  if (unknown.length > 0) {
    throw new Stop(
      `This Electron has a fuse that nobody decided on (number ${unknown.join(', ')}).`,
      'Update @electron/fuses, and add it with its reason to scripts/lib/packaging/fuses.mjs.',
    );
  }
  const here = FUSES.filter(({ name }) => FuseV1Options[name] in wire);
  await flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(here.map(({ name, on }) => [FuseV1Options[name], on])),
  });
  return FUSES.filter((fuse) => !here.includes(fuse)).map(({ name }) => name);
}

/**
 * @param {string} binary
 * @returns {Promise<string[]>} the fuses that are not as they should be
 */
export async function wrongFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  return FUSES.filter(({ name, on }) => {
    const state = wire[FuseV1Options[name]];
    return state !== undefined && state !== (on ? FuseState.ENABLE : FuseState.DISABLE);
  }).map(({ name }) => name);
}
