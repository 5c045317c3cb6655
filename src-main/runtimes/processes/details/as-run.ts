import { isAbsolute, resolve } from 'node:path';
import { LabError } from '../../../contract/index.js';
import type { InstanceAsRun, Volume } from '../../../contract/index.js';
import { linkOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';

/** Families that the lab runs modules in. */
const OF_THE_LAB = new Set(
  'wasmtime wasmer wasmedge wazero wamr wasm3 wabt lucet v8 bun deno'.split(' '),
);
const COMPILED = /\.(cwasm|wasmu|aot|so|wjit)$/i;

/** The same module with the same arguments and grants. Throws LabError where there is no such run. */
export function asRun(subject: Subject): InstanceAsRun {
  const { line, runtimeId, runtime, modulePath } = subject;
  if (!OF_THE_LAB.has(runtimeId)) {
    throw notPossible(`The lab runs no guests in ${runtime.name} (${runtimeId}).`);
  }
  if (modulePath === undefined) {
    throw notPossible('Its command line does not name the file of a module.');
  }
  if (COMPILED.test(modulePath)) {
    throw notPossible(`${modulePath} is code compiled ahead of time, not a module.`);
  }
  const isScript = runtime.needsMemory === true;
  const { memoryLimitBytes } = line;
  return {
    request: {
      runtime: runtimeId,
      workload: { kind: 'module', ref: modulePath, args: isScript ? [] : line.args },
      limits: memoryLimitBytes === undefined ? {} : { memoryBytes: memoryLimitBytes },
      grants: { env: line.env, volumes: volumesOf(subject), network: 'none' },
    },
    leftOut: [
      ...(isScript ? [scriptLeftOut(subject)] : line.others.map(optionLeftOut)),
      ...surroundingsLeftOut(subject),
    ],
  };
}

/** Paths on the command line are relative to where it was started. */
export function volumesOf({ line, workingDirectory }: Subject): Volume[] {
  return line.directories.map((volume) => ({
    ...volume,
    hostPath:
      isAbsolute(volume.hostPath) || workingDirectory === undefined
        ? volume.hostPath
        : resolve(workingDirectory, volume.hostPath),
  }));
}

function scriptLeftOut({ line, runtime }: Subject): string {
  const script = line.title === undefined ? 'its own code' : line.title.slice(0, 200);
  return `What ${script} gives the guest in ${runtime.name}: arguments, directories, functions.`;
}

function optionLeftOut(option: string): string {
  return `The option ${option.slice(0, 200)}.`;
}

function surroundingsLeftOut({ directory, place }: Subject): string[] {
  const ours = linkOf(`${place.procRoot}/self/ns/mnt`);
  const theirs = linkOf(`${directory}/ns/mnt`);
  const isElsewhere = ours !== undefined && theirs !== undefined && ours !== theirs;
  return [
    ...(isElsewhere ? ['The container it runs in, whose files have these paths only inside.'] : []),
    'Its standard input.',
  ];
}

function notPossible(why: string): LabError {
  return new LabError(
    'action-not-possible',
    `It cannot be opened as a run of the lab: ${why}`,
    'Choose its module in the Lab by hand.',
  );
}
