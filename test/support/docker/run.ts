import { resolve } from 'node:path';
import * as v from 'valibot';
import { RunRequestSchema } from '../../../src-main/contract/index.js';
import type { RunRequest, RunRequestInput } from '../../../src-main/contract/index.js';
import { loadTwins } from '../../../src-main/lab/twins.js';
import { dockerRuntimes } from '../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import type { Ending, LiveRun, PreparedRun, Runtime } from '../../../src-main/runtimes/runtime.js';
import { RecordingObserver } from './observer.js';
import { SHELL_IMAGE } from './shell-image.js';

/** From the folder the tests run in: this file is also built into a program that lies elsewhere. */
const twins = loadTwins(resolve('resources'));

export type Wishes = Partial<Omit<RunRequestInput, 'workload'>>;

export interface Started {
  prepared: PreparedRun;
  observer: RecordingObserver;
  live: LiveRun;
}

/** The engine's first OCI runtime that works on this machine, unless one is named. */
export function runtimeOf(engine: Engine, id?: string): Runtime {
  const runtimes = dockerRuntimes([engine]);
  const runtime = runtimes.find(({ info }) => (id === undefined ? info.available : info.id === id));
  if (runtime === undefined) throw new Error(`no runtime ${id ?? 'at all'}`);
  return runtime;
}

/** The default grants, changed in some. */
export function grants(some: Partial<RunRequest['grants']>): RunRequest['grants'] {
  return { env: {}, volumes: [], network: 'none', ...some };
}

export async function prepare(
  engine: Engine,
  workload: RunRequestInput['workload'],
  wishes: Wishes = {},
): Promise<PreparedRun> {
  const runtime = runtimeOf(engine, wishes.runtime);
  const request = v.parse(RunRequestSchema, { runtime: runtime.info.id, workload, ...wishes });
  return await runtime.prepare(request, await twins);
}

export async function start(
  engine: Engine,
  workload: RunRequestInput['workload'],
  wishes: Wishes = {},
  observer = new RecordingObserver(),
): Promise<Started> {
  const prepared = await prepare(engine, workload, wishes);
  return { prepared, observer, live: await prepared.launch(observer) };
}

export async function run(
  engine: Engine,
  workload: RunRequestInput['workload'],
  wishes: Wishes = {},
): Promise<Started & { ending: Ending }> {
  const started = await start(engine, workload, wishes);
  return { ...started, ending: await started.live.ended };
}

export function twin(ref: string, ...args: string[]): RunRequestInput['workload'] {
  return { kind: 'twin', ref, args };
}

/** `sh -c` with the shell image. */
export function shell(script: string, ...args: string[]): RunRequestInput['workload'] {
  return { kind: 'image', ref: SHELL_IMAGE, args: ['sh', '-c', script, 'sh', ...args] };
}
