import type { RuntimeInfo, StartupCondition } from '../../contract/index.js';

/** One contender: a runtime as it is, or under one more condition. */
export interface Lane {
  /** `docker:runc`, `docker:runc network`. */
  id: string;
  info: RuntimeInfo;
  condition?: StartupCondition;
}

/** Which runtimes a condition makes sense for, and how it is said. */
const CONDITIONS: Record<
  StartupCondition,
  { applies: (info: RuntimeInfo) => boolean; says: string }
> = {
  network: {
    applies: ({ kind }) => kind === 'container',
    says: '“network”: the container is put into the engine’s default network, which has to be set up; plain ones have none.',
  },
  unpause: {
    applies: ({ kind }) => kind === 'container',
    says: '“unpause”: a container whose twin grow writes a line every few milliseconds is paused; from the request to unpause it until its next line is read. Each is a container of its own.',
  },
  'new-instance': {
    applies: ({ id }) => id === 'v8',
    says: '“new-instance”: one process of V8 is up and has compiled the module; a new instance of it is made, runs and is kept. No process, no wall of its own.',
  },
};

export function lanesOf(
  runtimes: readonly RuntimeInfo[],
  also: readonly StartupCondition[],
): Lane[] {
  return runtimes.flatMap((info) => [
    { id: info.id, info },
    ...also
      .filter((condition) => CONDITIONS[condition].applies(info))
      .map((condition) => ({ id: `${info.id} ${condition}`, info, condition })),
  ]);
}

/** A sentence for each condition that has a contender. */
export function conditionWords(lanes: readonly Lane[]): string[] {
  const used = new Set(lanes.flatMap(({ condition }) => condition ?? []));
  return [...used].map((condition) => CONDITIONS[condition].says);
}
