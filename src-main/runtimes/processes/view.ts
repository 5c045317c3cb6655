import { basename } from 'node:path';
import type { Instance } from '../../contract/index.js';
import { badge } from './details/badge.js';
import { startedAtIso } from './scan/proc-files.js';
import type { Subject } from './subject.js';

const MOST_ARGUMENT_CHARACTERS = 4096;
const MOST_NAME_CHARACTERS = 255;

export function viewOf(subject: Subject, isPaused: boolean): Instance {
  const { line, pid, place, startTicks } = subject;
  const program = subject.modulePath ?? line.module;
  const startedAt = startedAtIso(place, startTicks);
  const isolation = badge(subject);
  return {
    id: subject.id,
    kind: 'wasm',
    name: nameOf(subject).slice(0, MOST_NAME_CHARACTERS),
    runtime: subject.runtimeId,
    ...(program === undefined ? {} : { program: program.slice(0, MOST_ARGUMENT_CHARACTERS) }),
    args: bounded(line.args),
    state: isPaused ? 'paused' : 'running',
    pid,
    ...(startedAt === undefined ? {} : { startedAtIso: startedAt }),
    isProtected: false,
    isOfLab: subject.isOfLab,
    actions: ['stop', 'kill'],
    ...(isolation === undefined ? {} : { badge: isolation }),
  };
}

/** The module's file, else the script that loads it, else the runtime. */
function nameOf({ line, modulePath, runtime }: Subject): string {
  if (modulePath !== undefined) return basename(modulePath);
  if (line.module !== undefined) return line.module;
  return line.title === undefined ? runtime.name : basename(line.title);
}

function bounded(args: readonly string[]): string[] {
  const kept: string[] = [];
  let left = MOST_ARGUMENT_CHARACTERS;
  for (const arg of args) {
    if (left <= 0) break;
    kept.push(arg.slice(0, left));
    left -= arg.length + 1;
  }
  return kept;
}
