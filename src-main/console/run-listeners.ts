import type { RunEvents } from '../lab/run/context.js';
import { printLine, printable, writeErr, writeOut } from './streams.js';

const nothing = (): void => undefined;

/** For --json: the record says it all. */
export function silent(): RunEvents {
  return { changed: nothing, sampled: nothing, wrote: nothing, ended: nothing };
}

/** The guest's streams become ours, byte for byte. */
export function passThrough(): RunEvents {
  return {
    ...silent(),
    wrote: (_run, stream, chunk) => (stream === 'stdout' ? writeOut(chunk) : writeErr(chunk)),
  };
}

/** Every event as one line of JSON, as it happens. */
export function ndjsonEvents(): RunEvents {
  return {
    changed: (run) => printLine({ event: 'status', ...run.status() }),
    sampled: (run, sample) =>
      printLine({ event: 'sample', id: run.id, runtime: run.request.runtime, ...sample }),
    wrote: (run, stream, chunk) =>
      printLine({ event: 'output', id: run.id, stream, text: Buffer.from(chunk).toString('utf8') }),
    ended: (_run, record) => printLine({ event: 'ended', ...record, samples: undefined }),
  };
}

/** Lines of several guests in one terminal, each with its runtime before it. */
export function prefixedLines(): RunEvents {
  const partial = new Map<string, string>();
  const print = (prefix: string, line: string): void => writeErr(`${prefix}${printable(line)}\n`);
  return {
    ...silent(),
    wrote: (run, stream, chunk) => {
      const key = `${run.id} ${stream}`;
      const lines = ((partial.get(key) ?? '') + Buffer.from(chunk).toString('utf8')).split('\n');
      partial.set(key, (lines.pop() ?? '').slice(-4096));
      for (const line of lines) print(`${run.request.runtime} | `, line);
    },
    ended: (run) => {
      for (const stream of ['stdout', 'stderr']) {
        const rest = partial.get(`${run.id} ${stream}`) ?? '';
        if (rest !== '') print(`${run.request.runtime} | `, rest);
      }
    },
  };
}
