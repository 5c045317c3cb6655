import { constants } from 'node:os';
import type { ProcessUsage } from '../../../contract/index.js';
import { cannotStart } from '../guest-process.js';
import type { GuestProcessStart, ProcessEnd } from '../guest-process.js';

/** What resources/launcher/launcher.c says of the program that it was told to start. */
export type Report =
  | { report: 'ready' }
  | { report: 'started'; pid: number; beforeForkMs: number; afterExecMs: number }
  | { report: 'failed'; step: string; errorNumber: number }
  | { report: 'ended'; end: ProcessEnd };

const NS_PER_MS = 1e6;
const US_PER_MS = 1000;
const STRING_END = '\0';

/** What to start, in the words of launcher.c. Throws LabError for what no process can be given. */
export function encodeOrder({ executable, args, env, cwd, stdinPath }: GuestProcessStart): Buffer {
  const argv = [executable, ...args];
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const strings = [cwd, stdinPath ?? '', String(argv.length), ...argv, ...variables];
  if (strings.some((string) => string.includes(STRING_END))) {
    throw cannotStart(new Error('an argument, a path or a variable contains a NUL'));
  }
  const body = Buffer.from(strings.map((string) => string + STRING_END).join(''), 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.byteLength);
  return Buffer.concat([size, body]);
}

/** Undefined for what is no report. */
export function parseReport(line: string): Report | undefined {
  const [word, ...rest] = line.split(' ');
  const [first = 0, second = 0, third = 0] = rest.map(Number);
  switch (word) {
    case 'ready':
      return { report: 'ready' };
    case 'started':
      return {
        report: 'started',
        pid: first,
        beforeForkMs: second / NS_PER_MS,
        afterExecMs: third / NS_PER_MS,
      };
    case 'failed':
      return { report: 'failed', step: rest[0] ?? '', errorNumber: second };
    case 'ended':
      return {
        report: 'ended',
        end: { ...decodeStatus(second), atMs: first / NS_PER_MS, usage: usageOf(rest.slice(2)) },
      };
    default:
      return undefined;
  }
}

/** wait4(2), as it told it: ru_maxrss in KiB, ru_utime and ru_stime in microseconds. */
function usageOf(told: readonly string[]): ProcessUsage {
  const [maxRssKib = 0, userUs = 0, systemUs = 0] = told.map(Number);
  return {
    userTimeMs: userUs / US_PER_MS,
    systemTimeMs: systemUs / US_PER_MS,
    maxRssBytes: maxRssKib * 1024,
  };
}

/** wait(2): the low seven bits are the signal, the next byte is the exit code. */
function decodeStatus(status: number): Pick<ProcessEnd, 'code' | 'signal'> {
  const signal = status & 0x7f;
  return signal === 0
    ? { code: (status >> 8) & 0xff, signal: null }
    : { code: null, signal: signalName(signal) };
}

function signalName(number: number): string {
  const known = Object.entries(constants.signals).find(([, value]) => value === number);
  return known?.[0] ?? `signal ${number}`;
}
