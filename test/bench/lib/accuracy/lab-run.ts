import { readFileSync, readlinkSync } from 'node:fs';
import { RunRequestSchema, validate } from '../../../../src-main/contract/index.js';
import type { RunRecord, RunRequestInput } from '../../../../src-main/contract/index.js';
import type { Lab } from '../../../../src-main/lab/lab.js';

const nothing = (): void => undefined;

export const HELLO: RunRequestInput['workload'] = { kind: 'twin', ref: 'hello', args: [] };

export interface Hooks {
  /** Called once, as soon as the lab knows the process or the container: in the same turn of its event loop. */
  onInstance?: (instance: string) => void;
  /** Each part of stdout, when it comes. */
  onOutput?: (chunk: Uint8Array) => void;
}

/** One run through the path that every experiment takes; without a period nothing is read while it runs. Throws when it ends otherwise than with 0. */
export async function labRun(
  lab: Lab,
  request: RunRequestInput,
  { onInstance = nothing, onOutput = nothing }: Hooks = {},
): Promise<RunRecord> {
  let known = false;
  const { run } = lab.comparisons.startQuietly(
    validate(RunRequestSchema, { unsampled: request.periodMs === undefined, ...request }, 'run'),
    {
      changed: (changed) => {
        const { instance } = changed.status();
        if (known || instance === undefined) return;
        known = true;
        onInstance(instance);
      },
      sampled: nothing,
      wrote: (_run, stream, chunk) => {
        if (stream === 'stdout') onOutput(chunk);
      },
      ended: nothing,
    },
  );
  const record = await run.ended;
  const { outcome } = record;
  if (outcome.kind === 'exited' && outcome.code === 0) return record;
  throw new Error(`${request.runtime}: ${outcome.kind}: ${outcome.reason}`);
}

export interface ProcessCommand {
  words: string[];
  env: Record<string, string>;
  cwd: string;
}

/** What a process was started with, as the kernel tells. Throws when it has ended. */
export function commandOf(pid: string): ProcessCommand {
  const parts = (file: string) =>
    readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').slice(0, -1);
  const env = parts('environ').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const words = parts('cmdline');
  if (words.length === 0) throw new Error('it has ended');
  return {
    words,
    env: Object.fromEntries(env),
    cwd: readlinkSync(`/proc/${pid}/cwd`),
  };
}
