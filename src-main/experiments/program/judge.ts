import { differenceOf } from './difference.js';
import type { Difference } from './difference.js';
import { ENDED_WELL } from './printed.js';
import type { Seen } from './printed.js';

/** What the runs of one contender came to, beside the first contender that printed at all. */
export interface Judged {
  runtime: string;
  /** The contender that it is compared with; itself for the first. */
  reference: string;
  /** Of its first run that counts. */
  first: Seen;
  runs: number;
  /** How many different outputs its runs had. */
  outputs: number;
  /** Each way in which its runs ended. */
  ends: string[];
  /** To the reference's first; absent when they are the same. */
  difference?: Difference;
  /** How the reference ended, where this one ended otherwise. */
  referenceEnd?: string;
}

/** In the order of the plan; those without a run that counts are left out. `asPrinted`: nothing is ignored. */
export function judge(
  all: readonly { runtime: string; seen: readonly Seen[] }[],
  asPrinted: boolean,
): Judged[] {
  const heard = all.flatMap(({ runtime, seen }) => {
    const [first] = seen;
    return first === undefined ? [] : [{ runtime, seen, first }];
  });
  const [reference] = heard;
  if (reference === undefined) return [];
  return heard.map(({ runtime, seen, first }) => {
    const difference = differenceOf(first.printed, reference.first.printed, asPrinted);
    const isOtherEnd = first.end !== reference.first.end;
    return {
      runtime,
      reference: reference.runtime,
      first,
      runs: seen.length,
      outputs: differentOutputs(seen, asPrinted),
      ends: [...new Set(seen.map(({ end }) => end))],
      ...(difference === undefined ? {} : { difference }),
      ...(isOtherEnd ? { referenceEnd: reference.first.end } : {}),
    };
  });
}

/** Whether no run of any contender ended with exit code 0: then what they printed is that of a program that failed. */
export function noneEndedWell(judged: readonly Judged[]): boolean {
  return judged.length > 0 && judged.every(({ ends }) => !ends.includes(ENDED_WELL));
}

function differentOutputs(seen: readonly Seen[], asPrinted: boolean): number {
  const known = seen.map(({ printed: { sha256, rest } }) =>
    asPrinted || rest === undefined ? sha256 : rest.sha256,
  );
  return new Set(known).size;
}
