import type { IncomingMessage } from 'node:http';
import { LabError } from '../../../contract/index.js';
import type { Instance, LogLine } from '../../../contract/index.js';
import { monotonicMs } from '../../../metrics/index.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { engineWords } from '../refusals.js';
import { FrameSplitter } from '../run/demux.js';
import { toInstanceError } from './errors.js';
import type { Inspected } from './inspected.js';
import { HandedOver } from './handed-over.js';
import { LogLines } from './log-lines.js';
import { inspect, open } from './questions.js';
import { pidOf, stateOf } from './view.js';

type Deliver = (lines: LogLine[]) => Promise<void> | void;

/** So many are handed over at once. */
const MOST_LINES = 1000;
/** Podman reads a whole log before it gives the end of it. */
const LONGEST_SEARCH_MS = 60_000;
/** Between two readings of a log that cannot be followed. */
const AGAIN_MS = 500;
const PAUSE_FACTOR = 4;

interface Wanted {
  tail: number;
  signal: AbortSignal;
}

/** The last lines and then each new one, as FoundInstance.logs says. */
export async function followLogs(
  engine: Engine,
  view: Instance,
  wanted: Wanted,
  deliver: Deliver,
): Promise<void> {
  const { signal, tail } = wanted;
  try {
    const { inspected } = await inspect(engine, view.id, signal);
    if (inspected.HostConfig.LogConfig?.Type === 'none') throw noLogs(engine, view, 'none');
    const log = new ContainerLog(engine, view, inspected, signal);
    if (!log.goesOn) {
      await log.pass({ follow: false, tail }, deliver);
      return;
    }
    if (engine.id === 'docker') await log.pass({ follow: true, tail }, deliver);
    else await log.readOn(tail, deliver);
  } catch (thrown) {
    // The one who asked has gone.
    if (signal.aborted) return;
    throw toInstanceError(engine, view, 'read the logs of', thrown);
  }
}

class ContainerLog {
  constructor(
    private readonly engine: Engine,
    private readonly view: Instance,
    private readonly inspected: Inspected,
    private readonly signal: AbortSignal,
  ) {}

  /** Of one that has ended, Podman 4 loses lines when asked to follow. */
  get goesOn(): boolean {
    return mayWrite(this.inspected);
  }

  /**
   * Podman 4 loses lines of a fast writer when asked to follow, and ends with the container whatever it has not yet
   * read: its log is read again from the second of the last line on, until nothing new comes after the end.
   */
  async readOn(tail: number, deliver: Deliver): Promise<void> {
    const handedOver = new HandedOver();
    // With `tail` Podman leaves out what is longer than 8 KB: from the second reading on it is not asked for.
    let which: { tail?: number; since?: number } = { tail };
    for (let isOver = false; !this.#isUnwanted();) {
      const before = handedOver.total;
      const beganMs = monotonicMs();
      const fresh = handedOver.again();
      await this.pass({ follow: false, ...which }, (lines) => deliver(fresh(lines)));
      if (isOver && handedOver.total === before) return;
      which = handedOver.sinceS === undefined ? {} : { since: handedOver.sinceS };
      // A long log takes long to be searched: the engine is not kept busy with it.
      const pauseMs = Math.max(AGAIN_MS, PAUSE_FACTOR * (monotonicMs() - beganMs));
      if (!isOver) await pause(pauseMs, this.signal);
      isOver = this.#isUnwanted() || !(await this.#runs());
    }
  }

  /** Asked anew each time: it changes while others are awaited. */
  #isUnwanted(): boolean {
    return this.signal.aborted;
  }

  async #runs(): Promise<boolean> {
    const { inspected } = await inspect(this.engine, this.view.id, this.signal);
    return mayWrite(inspected);
  }

  async pass(which: { follow: boolean; tail?: number; since?: number }, deliver: Deliver) {
    const body = await this.#open(which);
    await pass(body, this.inspected.Config.Tty === true, this.signal, deliver);
  }

  async #open(which: Record<string, number | boolean>): Promise<IncomingMessage> {
    const { engine, view, inspected, signal } = this;
    const query = { ...which, stdout: true, stderr: true, timestamps: true };
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
}

/** Whether more can come: it runs, or its engine is about to start it again. */
function mayWrite(inspected: Inspected): boolean {
  return pidOf(inspected) !== undefined || stateOf(inspected.State) === 'restarting';
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
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
