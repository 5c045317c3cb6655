import * as v from 'valibot';
import type { Engine } from '../engine/engine.js';

const StateSchema = v.object({
  State: v.object({
    Running: v.boolean(),
    Pid: v.optional(v.number()),
    ExitCode: v.number(),
    OOMKilled: v.optional(v.boolean()),
    Error: v.optional(v.string()),
    FinishedAt: v.optional(v.string()),
  }),
});

export interface ContainerState {
  running: boolean;
  pid?: number;
  exitCode: number;
  oomKilled: boolean;
  /** ISO 8601 with nanoseconds, by the clock of the engine's machine. */
  finishedAt?: string;
  /** The whole answer, for whoever reads more of it. */
  inspect: unknown;
}

/** Rejects as the client does. */
export async function inspectContainer(
  engine: Engine,
  id: string,
  withinMs = 10_000,
): Promise<ContainerState> {
  const inspect = await engine.client.json({
    method: 'GET',
    path: `/containers/${id}/json`,
    signal: AbortSignal.timeout(withinMs),
  });
  const { State } = v.parse(StateSchema, inspect);
  return {
    running: State.Running,
    exitCode: State.ExitCode,
    oomKilled: State.OOMKilled ?? false,
    ...(State.Pid === undefined || State.Pid === 0 ? {} : { pid: State.Pid }),
    ...(State.FinishedAt === undefined ? {} : { finishedAt: State.FinishedAt }),
    inspect,
  };
}
