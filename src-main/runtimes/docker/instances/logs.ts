import type { IncomingMessage } from 'node:http';
import { LabError } from '../../../contract/index.js';
import type { Instance, LogLine } from '../../../contract/index.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { engineWords } from '../refusals.js';
import { FrameSplitter } from '../run/demux.js';
import { toInstanceError } from './errors.js';
import type { Inspected } from './inspected.js';
import { LogLines } from './log-lines.js';
import { inspect, open } from './questions.js';
import { pidOf, stateOf } from './view.js';

type Deliver = (lines: LogLine[]) => Promise<void> | void;

/** So many are handed over at once. */
const MOST_LINES = 1000;
/** Podman reads a whole log before it gives the end of it. */
const LONGEST_SEARCH_MS = 60_000;

/** The last lines and then each new one, as FoundInstance.logs says. */
export async function followLogs(
  engine: Engine,
  view: Instance,
  { tail, signal }: { tail: number; signal: AbortSignal },
  deliver: Deliver,
): Promise<void> {
  try {
    const { inspected } = await inspect(engine, view.id, signal);
    if (inspected.HostConfig.LogConfig?.Type === 'none') throw noLogs(engine, view, 'none');
    const body = await openLogs(engine, view, inspected, tail, signal);
    await pass(body, inspected.Config.Tty === true, signal, deliver);
  } catch (thrown) {
    // The one who asked has gone.
    if (signal.aborted) return;
    throw toInstanceError(engine, view, 'read the logs of', thrown);
  }
}

async function openLogs(
  engine: Engine,
  view: Instance,
  inspected: Inspected,
  tail: number,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // Of one that has ended, Podman 4 loses lines when asked to follow.
  const follow = pidOf(inspected) !== undefined || stateOf(inspected.State) === 'restarting';
  const query = { follow, stdout: true, stderr: true, timestamps: true, tail };
  const path = `/containers/${view.id}/logs`;
  try {
    return await open(engine, { method: 'GET', path, query }, signal, LONGEST_SEARCH_MS);
  } catch (thrown) {
    // "configured logging driver does not support reading", "cannot read logs".
    const isDriver =
      isRefusal(thrown) && /log(ging)? driver|read(ing)? logs/i.test(engineWords(thrown));
    if (!isDriver) throw thrown;
    throw noLogs(engine, view, inspected.HostConfig.LogConfig?.Type ?? 'unknown', thrown);
  }
}

/** Reads no faster than what is read is taken: behind it the engine waits. */
async function pass(
  body: IncomingMessage,
  hasTerminal: boolean,
  signal: AbortSignal,
  deliver: Deliver,
): Promise<void> {
  const lines = new LogLines(hasTerminal);
  // A terminal has one stream, and the engine then sends it as it is.
  const splitter = new FrameSplitter((stream, chunk, isBeginning) =>
    lines.push(stream, chunk, isBeginning),
  );
  try {
    for await (const chunk of body) {
      if (hasTerminal) lines.push('stdout', chunk as Buffer);
      else splitter.push(chunk as Buffer);
      await handOver(lines.take(), signal, deliver);
    }
    await handOver(lines.takeRest(), signal, deliver);
  } finally {
    body.destroy();
  }
}

async function handOver(lines: LogLine[], signal: AbortSignal, deliver: Deliver): Promise<void> {
  for (let at = 0; at < lines.length && !signal.aborted; at += MOST_LINES) {
    await deliver(lines.slice(at, at + MOST_LINES));
  }
}

function noLogs(engine: Engine, { name, isOfLab }: Instance, driver: string, cause?: unknown) {
  return new LabError(
    'no-logs',
    `${engine.info.name} keeps no logs of ${name} that can be read: its log driver is ${driver}.`,
    isOfLab
      ? 'It is a run of the lab: its output is shown there.'
      : 'Make it anew with --log-driver json-file (or local, journald), or look where its driver sends them.',
    { cause },
  );
}
