import type { GuestGrants } from '../../../contract/index.js';
import { Options } from '../command-line/options.js';
import type { Subject } from '../subject.js';
import { volumesOf } from './as-run.js';

/** By family: whose command line tells all that the guest is given, and when that is a network. */
const NETWORK: Readonly<Record<string, (options: Options, subject: Subject) => boolean>> = {
  // `tcp` and `udp` alone give no address to anybody.
  wasmtime: (options, { line }) =>
    line.subcommand === 'serve' ||
    options.has('inherit-network', 'allow-ip-name-lookup', 'http', 'tcplisten', 'listenfd'),
  wasmer: (options) => options.has('net'),
  // Its calls of sockets beyond WASI need no option.
  wasmedge: () => true,
  wazero: (options) => options.has('listen'),
  wamr: (options) => options.has('addr-pool', 'allow-resolve'),
  wasm3: () => false,
  wabt: () => false,
  lucet: () => false,
};
const INHERITS = ['inherit-env', 'forward-host-env', 'env-inherit', 'listenfd'];

/** What the command line gives the guest; undefined where a script, a manifest or an orchestrator does. */
export function grantsOf(subject: Subject): GuestGrants | undefined {
  const { line, runtimeId } = subject;
  const isNetworked = NETWORK[runtimeId];
  if (isNetworked === undefined || line.module === undefined) return undefined;
  const options = new Options(line.others);
  return {
    directories: directoriesOf(subject),
    environmentNames: [...Object.keys(line.env), ...options.values('env')],
    ...(options.has(...INHERITS) ? { inheritsEnvironment: true } : {}),
    args: line.args,
    network: isNetworked(options, subject) ? 'granted' : 'none',
  };
}

/** Whether the network comes with the runtime, whatever its command line says. */
export function isAlwaysNetworked(subject: Subject): boolean {
  return subject.runtimeId === 'wasmedge';
}

function directoriesOf(subject: Subject): GuestGrants['directories'] {
  const { runtimeId, workingDirectory } = subject;
  const given = volumesOf(subject).map(({ hostPath, guestPath, readOnly }) => ({
    hostPath,
    guestPath,
    rights: readOnly ? ('read-only' as const) : ('read-write' as const),
  }));
  // It takes no option for one and always grants where it runs.
  if (runtimeId !== 'wasm3' || workingDirectory === undefined) return given;
  return [...given, { hostPath: workingDirectory, guestPath: '.', rights: 'read-write' }];
}
