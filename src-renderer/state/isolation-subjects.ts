import type { ProfileSubject } from '../../src-main/contract/index.js';

export const MOST_SUBJECTS = 4;
const NAME = 'paralelo.isolation';
const LONGEST = 4096;

/** `instance:ID` or `module:PATH`: the same text for the same subject. */
export function keyOf(subject: ProfileSubject): string {
  return subject.kind === 'instance' ? `instance:${subject.id}` : `module:${subject.path}`;
}

/** Undefined for anything else: an address can be written by anybody. */
export function subjectOf(key: string): ProfileSubject | undefined {
  const [, kind, rest = ''] = /^(instance|module):(.+)$/s.exec(key) ?? [];
  if (kind === 'instance' && rest.length <= 64) return { kind, id: rest };
  if (kind === 'module' && rest.length <= LONGEST) return { kind, path: rest };
  return undefined;
}

/** What `#isolation?…` asks for: `of` shows these alone, `with` adds to what is shown. */
export interface Ask {
  of: ProfileSubject[];
  with: ProfileSubject[];
}

export function askOf(query: string): Ask {
  const words = new URLSearchParams(query);
  const subjects = (name: string): ProfileSubject[] =>
    words.getAll(name).flatMap((key) => subjectOf(key) ?? []);
  return { of: subjects('of'), with: subjects('with') };
}

/** The address that shows an instance alone, or beside what is shown already. */
export function isolationLink(how: keyof Ask, subject: ProfileSubject): string {
  return `#isolation?${new URLSearchParams({ [how]: keyOf(subject) }).toString()}`;
}

/** For as long as this window lives, reloads included. */
export function readSubjects(): ProfileSubject[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .flatMap((key) => (typeof key === 'string' ? (subjectOf(key) ?? []) : []))
      .slice(0, MOST_SUBJECTS);
  } catch {
    return [];
  }
}

export function keepSubjects(subjects: readonly ProfileSubject[]): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(subjects.map(keyOf)));
  } catch {
    // Full, or refused by the browser's settings: forgotten, no more.
  }
}
