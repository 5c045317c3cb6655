import { LabError } from '../../contract/index.js';
import type { Instance } from '../../contract/index.js';

type Match = (instance: Instance, value: string) => boolean;

const equals = (own: string | undefined, value: string): boolean =>
  own?.toLowerCase() === value.toLowerCase();

const MATCHES = {
  name: ({ name }, value) => name.toLowerCase().includes(value.toLowerCase()),
  kind: ({ kind }, value) => equals(kind, value),
  engine: ({ engine }, value) => equals(engine, value),
  project: ({ project }, value) => equals(project, value),
  state: ({ state }, value) => equals(state, value),
  // `docker` is every runtime of it, `docker:runc` is that one.
  runtime: ({ runtime }, value) => equals(runtime, value) || equals(runtime?.split(':')[0], value),
} satisfies Record<string, Match>;

type FilterKey = keyof typeof MATCHES;

/** The values of a key are alternatives; all keys have to match. */
export type Filters = Partial<Record<FilterKey, string[]>>;

/** Of these only some values can ever match. */
const VALUES: Partial<Record<FilterKey, readonly string[]>> = {
  kind: ['container', 'wasm'],
  state: ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'],
};

/** Throws LabError `bad-request`. */
export function parseFilters(texts: readonly string[]): Filters {
  const filters: Filters = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const [key, value] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
    if (!isKey(key) || value === '') {
      throw wrong(text, `KEY=VALUE with one of the keys ${Object.keys(MATCHES).join(', ')}`);
    }
    const values = VALUES[key];
    if (values !== undefined && !values.includes(value.toLowerCase())) {
      throw wrong(text, `${key}= and one of ${values.join(', ')}`);
    }
    (filters[key] ??= []).push(value);
  }
  return filters;
}

export function matches(instance: Instance, filters: Filters): boolean {
  return Object.entries(filters).every(
    ([key, values]) => isKey(key) && values.some((value) => MATCHES[key](instance, value)),
  );
}

function isKey(text: string): text is FilterKey {
  return Object.hasOwn(MATCHES, text);
}

function wrong(text: string, expected: string): LabError {
  return new LabError(
    'bad-request',
    `--filter cannot be ${JSON.stringify(text)}.`,
    `Give ${expected}.`,
  );
}
