import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { LabError } from '../../../contract/index.js';
import type { LogLine } from '../../../contract/index.js';
import { startTicksOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';
import { FileTail } from './file-tail.js';
import { outputOf } from './output.js';

const LOOK_AGAIN_MS = 250;

type Deliver = (lines: LogLine[]) => Promise<void> | void;

/** The files that the streams of the process lead to, until it has ended. Throws LabError `no-logs`. */
export async function followLogs(
  subject: Subject,
  { tail, signal }: { tail: number; signal: AbortSignal },
  deliver: Deliver,
): Promise<void> {
  const tails = await openTails(subject);
  try {
    for (const each of tails) await each.last(tail, deliver);
    for (;;) {
      // Asked before the last reading: what it wrote just before it ended is read as well.
      const isAlive = startTicksOf(subject.directory) === subject.startTicks;
      for (const each of tails) await each.news(signal, deliver);
      if (!isAlive || signal.aborted) break;
      await pause(signal);
    }
    for (const each of tails) await each.end(deliver);
  } finally {
    for (const each of tails) await each.close();
  }
}

async function openTails(subject: Subject): Promise<FileTail[]> {
  const stdout = await openOutput(subject, 1);
  const stderr = await openOutput(subject, 2);
  const tails = stdout === undefined ? [] : [new FileTail(stdout, 'stdout')];
  // Both in one file (`2>&1`): whose line is whose cannot be told any more.
  if (stderr !== undefined && stdout !== undefined && (await isSameFile(stdout, stderr))) {
    await stderr.close();
  } else if (stderr !== undefined) tails.push(new FileTail(stderr, 'stderr'));
  if (tails.length === 0) throw noLogs(subject);
  return tails;
}

/** Only a regular file: whoever reads a pipe or a terminal takes what is meant for another. */
async function openOutput(subject: Subject, fd: 1 | 2): Promise<FileHandle | undefined> {
  if (outputOf(subject, fd).kind !== 'file') return undefined;
  try {
    const path = `${subject.directory}/fd/${fd}`;
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return undefined;
  } catch {
    return undefined;
  }
}

async function isSameFile(one: FileHandle, other: FileHandle): Promise<boolean> {
  const [first, second] = [await one.stat(), await other.stat()];
  return first.ino === second.ino && first.dev === second.dev;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, LOOK_AGAIN_MS);
    signal.addEventListener('abort', done);
  });
}

function noLogs(subject: Subject): LabError {
  const stdout = outputOf(subject, 1);
  const isFile = stdout.kind === 'file';
  return new LabError(
    'no-logs',
    isFile
      ? `Its output goes to ${stdout.words}, which may not be read.`
      : `Nobody keeps its output: it goes to ${stdout.words}.`,
    isFile
      ? 'Run Paralelo as a user who may read that file.'
      : 'Read it there, or start the program with its output in a file (`> out.log 2>&1`): then it is shown here.',
  );
}
