import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { Instance, ProfileSubject } from '../../contract/index.js';
import type { Listed } from './listing.js';

const SHOWN_CANDIDATES = 5;
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
  for (const isMeant of MEANINGS) {
    const found = listed.instances.filter((instance) => isMeant(instance, text));
    const [only, ...more] = found;
    if (only !== undefined && more.length === 0) return { kind: 'instance', id: only.id };
    if (only !== undefined) throw ambiguous(text, found);
  }
  if (existsSync(text)) return fileSubject(text);
  throw IS_PID.test(text) ? notAnInstance(text, listed) : unknown(text, listed);
}

const MEANINGS: ((instance: Instance, text: string) => boolean)[] = [
  ({ name, kind }, text) => name === text && kind === 'container',
  ({ id }, text) => id === text,
  ({ pid }, text) => IS_PID.test(text) && pid === Number(text),
  ({ name }, text) => name === text,
  ({ id, name }, text) => id.startsWith(text) || name.startsWith(text),
];

function ambiguous(text: string, found: Instance[]): LabError {
  const shown = found.slice(0, SHOWN_CANDIDATES).map(described).join(', ');
  const more =
    found.length > SHOWN_CANDIDATES ? ` and ${found.length - SHOWN_CANDIDATES} more` : '';
  return new LabError(
    'bad-request',
    `${JSON.stringify(text)} can be ${shown}${more}.`,
    'Give more of its name or id, or its pid.',
  );
}

function described({ name, id, pid, kind }: Instance): string {
  const which = kind === 'container' ? id.slice(0, 12) : `pid ${pid ?? '?'}`;
  return `${name} (${which})`;
}

function notAnInstance(pid: string, listed: Listed): LabError {
  return existsSync(`/proc/${pid}`)
    ? new LabError(
        'unknown-instance',
        `Process ${pid} is neither a Wasm process that Paralelo knows nor the first process of a container.`,
        `Give the name of its container; \`paralelo ps\` lists what can be inspected.${perhaps(listed)}`,
      )
    : unknown(pid, listed);
}

function unknown(text: string, listed: Listed): LabError {
  return new LabError(
    'unknown-instance',
    `There is no container, Wasm process or file called ${JSON.stringify(text)}.`,
    `\`paralelo ps --all\` lists what can be inspected; a module is given by its path.${perhaps(listed)}`,
  );
}

/** It may be where nobody has answered. */
function perhaps({ unlisted }: Listed): string {
  if (unlisted.length === 0) return '';
  return ` Not everything could be looked at: ${unlisted.map(({ name, problem }) => `${name}${problem === undefined ? '' : ` (${problem.message})`}`).join('; ')}`;
}
