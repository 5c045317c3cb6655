import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Answers, Engine } from './engine.js';
import { engineEnvironment } from './environment.js';
import type { FoundProgram } from './find-program.js';

const PATIENCE_MS = 10_000;
const MOST_BYTES = 1024 * 1024;

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
  const entries = Object.entries(engine.asks).map(
    async ([name, args]): Promise<[string, string]> => [name, await answerOf(path, args)],
  );
  return Object.fromEntries(await Promise.all(entries));
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
