import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers, Engine } from './engine.js';
import { engineEnvironment } from './environment.js';
import type { FoundProgram } from './find-program.js';

const PATIENCE_MS = 5_000;
const MOST_BYTES = 1024 * 1024;

/** Among the arguments of a question: a module that does nothing. */
export const MODULE = 'MODULE';
/** `(module (memory (export "memory") 1) (func (export "_start")))`, core specification 5.5. */
const NOTHING = Buffer.from(
  '0061736d0100000001040160000003020100050301000107130206' +
    '6d656d6f72790200065f737461727400000a040102000b',
  'hex',
);

/** What builds have answered, by identity: a binary is asked once as long as it stays the same. */
const answered = new Map<string, Promise<Answers>>();

/** Asks a program all that its engine's file wants to know, at once. What does not answer is ''. Never throws. */
export function ask(engine: Engine, program: FoundProgram): Promise<Answers> {
  const key = `${engine.id} ${program.identity}`;
  let answers = answered.get(key);
  if (answers === undefined) answered.set(key, (answers = askAll(engine, program.path)));
  return answers;
}

async function askAll(engine: Engine, path: string): Promise<Answers> {
  const asks = Object.entries(engine.asks);
  const needsModule = asks.some(([, args]) => args.includes(MODULE));
  const folder = needsModule ? await mkdtemp(join(tmpdir(), 'paralelo-ask-')) : undefined;
  const modulePath = join(folder ?? '', 'nothing.wasm');
  try {
    if (folder !== undefined) await writeFile(modulePath, NOTHING);
    const entries = asks.map(async ([name, args]): Promise<[string, string]> => {
      const given = args.map((arg) => (arg === MODULE ? modulePath : arg));
      await ownTurn();
      return [name, await answerOf(path, given)];
    });
    return Object.fromEntries(await Promise.all(entries));
  } catch {
    return {};
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

let lastTurn = Promise.resolve();

/**
 * To fork the process of a window takes some milliseconds, in which its windows stand still: between two forks it serves
 * them. Resolves in a turn of the event loop that is nobody else's.
 */
function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => new Promise((resolve) => void setImmediate(resolve)));
  return lastTurn;
}

/** Both streams: some print their help on stderr, and some with an exit code other than 0. */
function answerOf(path: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(
      path,
      [...args],
      {
        env: engineEnvironment(),
        cwd: tmpdir(),
        timeout: PATIENCE_MS,
        maxBuffer: MOST_BYTES,
        killSignal: 'SIGKILL',
        windowsHide: true,
      },
      (_error, stdout, stderr) => resolve(`${stdout}\n${stderr}`),
    );
    child.stdin?.end();
  });
}
