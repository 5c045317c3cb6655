import type {
  ContainerProfile,
  Evidence,
  GuestProfile,
  Openness,
  ProcessWalls,
  QuestionId,
} from '../../contract/index.js';

/** What a profile itself can tell; `proven` comes from attempts. */
export type ToldBasis = 'declared' | 'effective';

/** What one check found. */
export interface Finding {
  openness: Openness;
  /** For a cell of a table: at most LONGEST_SAYS characters, longer ones are cut. */
  says: string;
  evidence: Evidence[];
  hint?: string;
}

interface CheckOf<Kind extends string, Profile> {
  id: string;
  question: QuestionId;
  appliesTo: Kind;
  mechanism: string;
  bases: readonly ToldBasis[];
  /** Undefined where this check has nothing to say of it: not the same as `unknown`, which it could not tell. */
  answer(profile: Profile, basis: ToldBasis): Finding | undefined;
}

export type ContainerCheck = CheckOf<'container', ContainerProfile>;
export type GuestCheck = CheckOf<'guest', GuestProfile>;
/** Of the process that hosts a guest. */
export type ProcessCheck = CheckOf<'process', ProcessWalls>;
export type IsolationCheck = ContainerCheck | GuestCheck | ProcessCheck;

export const LONGEST_SAYS = 48;

type Maker = (says: string, evidence: Evidence[], hint?: string) => Finding;

const maker =
  (openness: Openness): Maker =>
  (says, evidence, hint) => ({ openness, says, evidence, ...(hint === undefined ? {} : { hint }) });

export const closed = maker('closed');
export const partly = maker('partly');
export const open = maker('open');
export const unknown = maker('unknown');

export function from(source: string, value: unknown): Evidence[] {
  return [{ source, value: typeof value === 'string' ? value : String(value) }];
}

/** `1 port`, `3 ports`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Never cut inside a character. */
export function cut(text: string, longest: number): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  return `${characters.slice(0, longest - 1).join('')}…`;
}
