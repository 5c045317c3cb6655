import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { ProfileSubject } from '../../contract/index.js';
import { didYouMean } from '../near.js';
import { instanceOf, notLookedAt } from './instance-of.js';
import type { Listed } from './listing.js';

/** What only ever is a file, and so is looked for nowhere else. */
const IS_FILE = /\/|\.(wasm|wat|wast|wasmu|cwasm|aot)$/i;
const IS_PID = /^\d+$/;

/** A file needs no list of what runs. */
export function isFile(text: string): boolean {
  return IS_FILE.test(text);
}

export function fileSubject(text: string): ProfileSubject {
  return { kind: 'module', path: resolve(text) };
}

/**
 * What is meant by a name, an id, its unique beginning, or a pid: an exact one before the beginning of another. A word
 * that names nothing here may still be a file. Throws LabError: nothing, or several.
 */
export function subjectOf(text: string, listed: Listed): ProfileSubject {
  if (isFile(text)) return fileSubject(text);
  const instance = instanceOf(text, listed);
  if (instance !== undefined) return { kind: 'instance', id: instance.id };
  if (existsSync(text)) return fileSubject(text);
  throw IS_PID.test(text) ? notAnInstance(text, listed) : unknown(text, listed);
}

function notAnInstance(pid: string, listed: Listed): LabError {
  return existsSync(`/proc/${pid}`)
    ? new LabError(
        'unknown-instance',
        `Process ${pid} is neither a Wasm process that Paralelo knows nor the first process of a container.`,
        `Give the name of its container; \`paralelo ps\` lists what can be inspected.${notLookedAt(listed)}`,
      )
    : unknown(pid, listed);
}

function unknown(text: string, listed: Listed): LabError {
  return new LabError(
    'unknown-instance',
    `There is no container, Wasm process or file called ${JSON.stringify(text)}.`,
    `${didYouMean(
      text,
      listed.instances.map(({ name }) => name),
    )}\`paralelo ps --all\` lists what can be inspected; a module is given by its path.${notLookedAt(listed)}`,
  );
}
