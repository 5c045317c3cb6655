import * as v from 'valibot';
import { RunRequestSchema } from '../../../src-main/contract/index.js';
import type { RunRequestInput } from '../../../src-main/contract/index.js';
import type { Ending, LiveRun, Runtime, TwinFiles } from '../../../src-main/runtimes/runtime.js';
import { PROBE_PATH } from './host-build.js';
import { Recorder } from './recorder.js';

type Options = Omit<RunRequestInput, 'runtime' | 'workload'>;

const noTwins: TwinFiles = {
  locate: (name) => {
    throw new Error(`these tests have no twin ${name}`);
  },
};

export async function prepareModule(
  runtime: Runtime,
  path: string,
  args: string[] = [],
  options: Options = {},
) {
  const input: RunRequestInput = {
    runtime: 'v8',
    workload: { kind: 'module', ref: path, args },
    ...options,
  };
  return runtime.prepare(v.parse(RunRequestSchema, input), noTwins);
}

/** Starts the probe; the caller awaits its end or ends it. */
export async function startProbe(
  runtime: Runtime,
  args: string[],
  options: Options = {},
  recorder = new Recorder(),
): Promise<{ run: LiveRun; recorder: Recorder }> {
  const prepared = await prepareModule(runtime, PROBE_PATH, args, options);
  return { run: await prepared.launch(recorder), recorder };
}

export interface Finished {
  ending: Ending;
  recorder: Recorder;
  stdout: string;
  stderr: string;
}

export async function runProbe(
  runtime: Runtime,
  args: string[],
  options: Options = {},
): Promise<Finished> {
  const { run, recorder } = await startProbe(runtime, args, options);
  return finish(run, recorder);
}

export async function runModule(runtime: Runtime, path: string, args: string[] = []) {
  const recorder = new Recorder();
  const run = await (await prepareModule(runtime, path, args)).launch(recorder);
  return finish(run, recorder);
}

async function finish(run: LiveRun, recorder: Recorder): Promise<Finished> {
  const ending = await run.ended;
  recorder.latestMeter?.close();
  return { ending, recorder, stdout: recorder.stdout, stderr: recorder.stderr };
}

/** Reads the meter of a guest until its linear memory is so large; resolves without a size when it has ended. */
export async function untilLinear(
  recorder: Recorder,
  isReached: (bytes: number) => boolean,
): Promise<number | undefined> {
  while (recorder.phases.at(-1)?.name !== 'exit') {
    const bytes = recorder.latestMeter?.read()?.memory.linearBytes;
    if (bytes !== undefined && isReached(bytes)) return bytes;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return undefined;
}
