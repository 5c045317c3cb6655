import { NO_ERRNO } from './attempts.js';

/** What the kernel says of the guest's own process: /proc/self/status. */
export interface Standing {
  effectiveCapabilities?: bigint;
  /** 0 off, 1 strict, 2 filter. */
  seccompMode?: number;
  noNewPrivileges?: boolean;
}

/** The last word of the probe. */
export type Word =
  | { verdict: 'allowed'; what: string }
  | { verdict: 'refused'; errno?: string; call: string; more: string }
  | { verdict: 'not-expressible'; why: string };

export interface ProbeWords {
  /** Absent in a module, which has no such file. */
  standing?: Standing;
  /** It came so far as to try. */
  hasTried: boolean;
  /** Absent when it was ended while it tried. */
  word?: Word;
}

/** What `probe try ATTEMPT` printed. Lines of other attempts, or of anything else, are not looked at. */
export function readWords(attempt: string, stdout: string): ProbeWords {
  const words: ProbeWords = { hasTried: false };
  for (const line of stdout.split('\n')) {
    const [verb = '', id = '', ...rest] = line.trim().split(' ');
    if (verb === 'standing') words.standing = standingOf(line);
    if (id !== attempt) continue;
    if (verb === 'trying') words.hasTried = true;
    words.word ??= wordOf(verb, rest);
  }
  return words;
}

function wordOf(verb: string, rest: string[]): Word | undefined {
  if (verb === 'allowed') return { verdict: verb, what: rest.join(' ') };
  if (verb === 'not-expressible') return { verdict: verb, why: rest.join(' ') };
  if (verb !== 'refused') return undefined;
  const [errno = NO_ERRNO, call = '', ...more] = rest;
  return {
    verdict: verb,
    ...(errno === NO_ERRNO ? {} : { errno }),
    call,
    more: more.join(' '),
  };
}

function standingOf(line: string): Standing {
  const value = (name: string): string | undefined =>
    new RegExp(`\\b${name}=([0-9a-f]+)`).exec(line)?.[1];
  const capabilities = value('CapEff');
  const seccomp = value('Seccomp');
  const noNewPrivileges = value('NoNewPrivs');
  return {
    ...(capabilities === undefined ? {} : { effectiveCapabilities: BigInt(`0x${capabilities}`) }),
    ...(seccomp === undefined ? {} : { seccompMode: Number(seccomp) }),
    ...(noNewPrivileges === undefined ? {} : { noNewPrivileges: noNewPrivileges === '1' }),
  };
}
