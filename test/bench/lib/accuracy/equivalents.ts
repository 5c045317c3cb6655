import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuntimeInfo } from '../../../../src-main/contract/index.js';
import type { Lab } from '../../../../src-main/lab/lab.js';
import { discoverEngines } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { EngineRelay } from '../../../support/docker/relay.js';
import { openLab } from '../lab.js';
import { at } from '../paths.js';
import { HELLO, commandOf, labRun } from './lab-run.js';
import type { ProcessCommand } from './lab-run.js';

const LABEL = 'paralelo-accuracy';

/** The command line that does what the lab does for one start of hello, for hyperfine. */
export interface Equivalent extends ProcessCommand {
  /** How it was come by. */
  how: string;
  /** After some runs: takes away what they left. */
  tidy(): Promise<void>;
  close(): void;
}

const nothingLeft = { tidy: () => Promise.resolve(), close: () => undefined };

/** Throws with the reason where there is none. */
export async function equivalentOf(
  lab: Lab,
  { id: runtime, kind, path }: Pick<RuntimeInfo, 'id' | 'kind' | 'path'>,
): Promise<Equivalent> {
  if (kind === 'container') return await containerEquivalent(runtime);
  if (runtime === 'browser') throw new Error('a worker of a page has no command line');
  const command = await commandInLab(lab, runtime, path);
  if (runtime !== 'v8') {
    return {
      ...command,
      how: 'the very command line and environment of the lab’s own run, read from /proc',
      ...nothingLeft,
    };
  }
  // Its request comes through a pipe from the lab; as an argument it is the same request, and nobody listens to its reports.
  const modulePath = at('resources/workloads/bin/hello.wasm');
  const request = { modulePath, args: ['hello'], env: {}, preopens: {}, readOnly: [] };
  return {
    ...command,
    words: [...command.words, JSON.stringify(request)],
    how: 'the lab’s own command line, with the request as an argument instead of through a pipe; nobody listens to its reports of phases',
    ...nothingLeft,
  };
}

const MOST_TRIES = 50;

/**
 * A start of a few milliseconds may be over before its files in /proc are read: then another one is looked at. So it is
 * where the program at `path`, a script, has become another by then: the script's own part would be missing.
 */
async function commandInLab(
  lab: Lab,
  runtime: string,
  path: string | undefined,
): Promise<ProcessCommand> {
  for (let time = 0; time < MOST_TRIES; time += 1) {
    const seen: ProcessCommand[] = [];
    const onInstance = (pid: string): void => {
      try {
        seen.push(commandOf(pid));
      } catch {
        // Gone already.
      }
    };
    await labRun(lab, { runtime, workload: HELLO }, { onInstance });
    const [command] = seen;
    if (command !== undefined && (path === undefined || command.words.includes(path))) {
      return command;
    }
  }
  throw new Error(
    'its process was gone, or had become another program, each time before it could be looked at',
  );
}

async function containerEquivalent(runtime: string): Promise<Equivalent> {
  const engine = await engineOf(runtime);
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-accuracy-'));
  const program = join(folder, 'container-start');
  compile(program);
  const bodyFile = join(folder, 'create.json');
  const body = { ...(await createBody(runtime, engine)), Labels: { [LABEL]: runtime } };
  writeFileSync(bodyFile, JSON.stringify(body));
  const socket = (engine.info.address ?? '').replace(/^unix:\/\//, '');
  return {
    words: [program, socket, bodyFile],
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: folder,
    how: 'a small C program (test/bench/lib/accuracy/container-start.c) that makes the lab’s own requests over the engine’s socket (create with the same body, attach, wait, start), since the docker client is a program of its own; removal is outside on both sides',
    tidy: () => removeAll(engine),
    close: () => {
      engine.client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function engineOf(runtime: string): Promise<Engine> {
  const { engines } = await discoverEngines();
  const engine = engines.find(({ id }) => id === runtime.split(':')[0]);
  if (engine?.info.address?.startsWith('unix://') === true) return engine;
  throw new Error('its engine has no unix socket');
}

function compile(program: string): void {
  try {
    execFileSync('cc', [
      '-O2',
      '-static',
      '-o',
      program,
      at('test/bench/lib/accuracy/container-start.c'),
    ]);
  } catch (cause) {
    throw new Error('no C compiler: apt-get install gcc libc6-dev', { cause });
  }
}

/** What the lab sends to create a container of hello, as it passes on its way to the engine. */
async function createBody(runtime: string, engine: Engine): Promise<object> {
  const relay = await EngineRelay.before(engine.info.address ?? '');
  const variable = engine.id === 'podman' ? 'CONTAINER_HOST' : 'DOCKER_HOST';
  const before = process.env[variable];
  process.env[variable] = relay.address;
  const lab = await openLab();
  try {
    await labRun(lab, { runtime, workload: HELLO });
    const sent =
      /POST [^ ]*\/containers\/create[^]*?\r\n\r\n(\{[^]*?\})(?=POST |GET |DELETE |$)/.exec(
        relay.sent,
      );
    return JSON.parse(sent?.[1] ?? '') as object;
  } finally {
    await lab.close();
    relay.dispose();
    if (before === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = before;
  }
}

async function removeAll(engine: Engine): Promise<void> {
  const query = { all: true, filters: JSON.stringify({ label: [LABEL] }) };
  const listed = await engine.client.json({ method: 'GET', path: '/containers/json', query });
  for (const { Id } of listed as { Id: string }[]) {
    await engine.client.json({
      method: 'DELETE',
      path: `/containers/${Id}`,
      query: { force: true },
    });
  }
}
