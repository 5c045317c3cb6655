import type { Warning } from '../../contract/index.js';
import { noneEndedWell } from './judge.js';
import type { Judged } from './judge.js';

const HOW_TO_IGNORE =
  'If it is a time, a path or a name of the machine, leave it out with a regular expression (--ignore); else the two are not the same program.';

/** A sentence for each contender that did not do as the first; none where all did. */
export function differenceSentences(judged: readonly Judged[]): string[] {
  return judged.flatMap((one) => [...otherOutput(one), ...otherEnd(one), ...varying(one)]);
}

/** The same as doubt beside a measured time: what differs is perhaps not the same work. */
export function outputWarnings(judged: readonly Judged[], gaveUp: boolean): Warning[] {
  return [
    ...allFailed(judged),
    ...judged.flatMap(otherOutput).map((message) => warning('outputs-differ', message)),
    ...judged.flatMap(otherEnd).map((message) => warning('ends-differ', message)),
    ...judged.flatMap(varying).map((message) => warning('output-varies', message)),
    ...slowIgnore(gaveUp),
  ];
}

/** That all did the same says little where all failed. */
export function allFailed(judged: readonly Judged[]): Warning[] {
  if (!noneEndedWell(judged)) return [];
  const ends = [...new Set(judged.flatMap((one) => one.ends))];
  return [
    {
      code: 'none-ended-well',
      message: `No contender ended with exit code 0; they ended with: ${ends.join(', ')}. That they printed the same says little.`,
      hint: 'See what it writes to stderr with `paralelo run`: its arguments, files or variables may be missing.',
    },
  ];
}

export function slowIgnore(gaveUp: boolean): Warning[] {
  if (!gaveUp) return [];
  return [
    {
      code: 'ignore-too-slow',
      message:
        'The regular expression of what to ignore took more than two seconds on an output: outputs were compared as they were printed.',
      hint: 'Write it without a repetition in a repetition, such as (a+)+.',
    },
  ];
}

function warning(code: string, message: string): Warning {
  return { code, message, hint: HOW_TO_IGNORE };
}

function otherOutput({ runtime, reference, difference }: Judged): string[] {
  if (difference === undefined) return [];
  const { atByte, here, there, isOfRest } = difference;
  const where =
    atByte === undefined
      ? 'beyond what was kept of it'
      : `at byte ${String(atByte)}${isOfRest ? ' of what is left to compare' : ''}, ${here} where that has ${there}`;
  return [`${runtime} printed something else than ${reference}: ${where}.`];
}

function otherEnd({ runtime, reference, first, referenceEnd }: Judged): string[] {
  if (referenceEnd === undefined) return [];
  return [`${runtime} ended with ${first.end}, ${reference} with ${referenceEnd}.`];
}

function varying({ runtime, outputs, runs }: Judged): string[] {
  if (outputs < 2) return [];
  return [`${runtime} printed ${String(outputs)} different outputs in ${String(runs)} runs.`];
}
