import { constants } from 'node:os';
import type { ProcessEnd } from '../module/guest-process.js';
import { describeTrap } from '../module/traps.js';
import type { Ending } from '../runtime.js';
import type { Engine, Sign } from './engine.js';

const LIKELY =
  ' A guest that writes these words and exits with this code by itself would look the same.';

/** The end of what was written to each stream, by the guest or by its engine. */
interface Said {
  stdout: string;
  stderr: string;
}

/** How the guest ended, from how its engine's process ended and what the engine said last. */
export function describeEnding(engine: Engine, end: ProcessEnd, said: Said): Ending {
  const { code, atMs } = end;
  if (code === null) return signalled(engine, end.signal ?? 'a signal', atMs);
  if (code === 0) return { kind: 'exited', code, reason: 'The guest exited with 0.', atMs };
  const words = lastWords(engine, said.stderr) || lastWords(engine, said.stdout);
  const sign = engine.signs.find(
    (one) => one.codes?.includes(code) !== false && one.words.test(words),
  );
  if (sign === undefined) {
    return { kind: 'exited', code, reason: `The guest exited with ${code}.`, atMs };
  }
  return { ...bySign(engine, sign, words, code), atMs };
}

/** From the last place where the engine begins a message of its own. */
function lastWords({ lastWords: begin }: Engine, text: string): string {
  const all = [...text.matchAll(new RegExp(begin, `${begin.flags.replace('g', '')}g`))];
  const last = all.at(-1);
  return last === undefined ? '' : text.slice(last.index);
}

function bySign(engine: Engine, sign: Sign, words: string, code: number): Omit<Ending, 'atMs'> {
  const said = sign.words.exec(words)?.[1]?.trim() ?? firstLine(words);
  const doubt = sign.ambiguous === true ? LIKELY : '';
  switch (sign.kind) {
    case 'trapped':
      return { kind: 'trapped', reason: `${describeTrap(said, engine.name)}${doubt}` };
    case 'timed-out':
      return {
        kind: 'timed-out',
        reason: `${engine.name} ended it at its wall-time limit (${engine.name}: "${said}").${doubt}`,
      };
    case 'fuel-exhausted':
      return {
        kind: 'fuel-exhausted',
        reason: `It used up its fuel (${engine.name}: "${said}").${doubt}`,
      };
    case 'exited':
      return { kind: 'exited', code, reason: `${sign.reason ?? said}${doubt}` };
    case 'failed-to-start':
      return {
        kind: 'failed-to-start',
        errorCode: sign.errorCode ?? 'host-failed',
        reason: `${engine.name} did not start it: ${said}${doubt}`,
        hint: 'Read what the engine says; run it in another runtime to see whether it is the module.',
      };
  }
}

function signalled(engine: Engine, signal: string, atMs: number): Ending {
  const reason =
    signal === 'SIGKILL'
      ? 'The process that hosts the guest was killed (SIGKILL).'
      : `${engine.name} was ended by ${signal}${numberOf(signal)}: it crashed, or somebody signalled it.`;
  return { kind: 'signalled', signal, reason, atMs };
}

function numberOf(signal: string): string {
  const number = (constants.signals as Record<string, number>)[signal];
  return number === undefined ? '' : ` (signal ${number})`;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
