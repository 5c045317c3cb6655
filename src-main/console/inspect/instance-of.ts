import { LabError } from '../../contract/index.js';
import type { Instance } from '../../contract/index.js';
import type { Listed } from './listing.js';

const SHOWN_CANDIDATES = 5;
const IS_PID = /^\d+$/;

/**
 * What is meant by a name, an id, its unique beginning, or a pid: an exact one before the beginning of another.
 * Undefined where it names nothing. Throws LabError where it names several.
 */
export function instanceOf(text: string, { instances }: Listed): Instance | undefined {
  for (const isMeant of MEANINGS) {
    const found = instances.filter((instance) => isMeant(instance, text));
    const [only, ...more] = found;
    if (only !== undefined && more.length === 0) return only;
    if (only !== undefined) throw ambiguous(text, found);
  }
  return undefined;
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

/** It may be where nobody has answered. */
export function notLookedAt({ unlisted }: Listed): string {
  if (unlisted.length === 0) return '';
  return ` Not everything could be looked at: ${unlisted.map(({ name, problem }) => `${name}${problem === undefined ? '' : ` (${problem.message})`}`).join('; ')}`;
}
