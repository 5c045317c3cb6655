import { badgeOf } from '../../../contract/index.js';
import type { Instance, InstanceState } from '../../../contract/index.js';
import { declaredContainerFacts } from '../../../isolation/declared.js';
import type { Engine } from '../engine/engine.js';
import { OWNER_LABEL, PROTECTED_LABEL, RUN_LABEL } from '../labels.js';
import { actionsOf } from './actions.js';
import { boundedList, boundedText } from './bounds.js';
import type { Inspected } from './inspected.js';

const LONGEST_NAME = 256;
const LONGEST_PROGRAM = 1024;
const ARGS_BYTES = 4096;

/** `ociRuntime`: Podman's compatible API does not say it. */
export function toInstance(engine: Engine, inspected: Inspected, ociRuntime?: string): Instance {
  const { Id: id, State, Config, RestartCount: restarts, Created } = inspected;
  const state = stateOf(State);
  const labels = Config.Labels;
  const isProtected = (labels[PROTECTED_LABEL] ?? 'false') !== 'false';
  const runtime = ociRuntime ?? (engine.id === 'docker' ? inspected.HostConfig.Runtime : undefined);
  const project = labels['com.docker.compose.project'] ?? labels['io.podman.compose.project'];
  const service = labels['com.docker.compose.service'] ?? labels['io.podman.compose.service'];
  const pid = pidOf(inspected);
  return {
    id,
    kind: 'container',
    name: boundedText((inspected.Name ?? id.slice(0, 12)).replace(/^\//, ''), LONGEST_NAME),
    engine: engine.id,
    ...present({
      runtime: runtime === undefined || runtime === '' ? undefined : `${engine.id}:${runtime}`,
      program: Config.Image === undefined ? undefined : boundedText(Config.Image, LONGEST_PROGRAM),
      health: healthOf(State),
      pid,
      createdAtIso: timeOf(Created),
      startedAtIso: timeOf(State.StartedAt),
      ...(hasEnded(state) ? endOf(State) : {}),
      restarts,
      project: project === undefined ? undefined : boundedText(project, LONGEST_NAME),
      service: service === undefined ? undefined : boundedText(service, LONGEST_NAME),
      // What is kept of the document is still in the engine's words.
      badge: badgeOf(declaredContainerFacts(inspected, engine.facts)),
    }),
    args: boundedList(commandOf(inspected), ARGS_BYTES),
    state,
    isProtected,
    isOfLab: RUN_LABEL in labels && OWNER_LABEL in labels,
    actions: actionsOf(engine.id, state, isProtected),
  };
}

const STATES: Record<string, InstanceState> = {
  created: 'created',
  running: 'running',
  paused: 'paused',
  restarting: 'restarting',
  removing: 'removing',
  exited: 'exited',
  dead: 'dead',
  // Podman's own (libpod/define/containerstate.go).
  configured: 'created',
  initialized: 'created',
  stopping: 'running',
  stopped: 'exited',
};

export function stateOf({ Status, Paused, Restarting, Running, Dead }: Inspected['State']) {
  const known = STATES[Status ?? ''];
  if (known !== undefined) return known;
  if (Paused === true) return 'paused';
  if (Restarting === true) return 'restarting';
  if (Running === true) return 'running';
  return Dead === true ? 'dead' : 'exited';
}

/** The state in the list of containers is in the same words. */
export function stateNamed(status: string): InstanceState | undefined {
  return STATES[status];
}

/** Podman still names the process of a container that has ended. */
export function pidOf({ State }: Inspected): number | undefined {
  const state = stateOf(State);
  const runs = state === 'running' || state === 'paused' || state === 'restarting';
  return runs && State.Pid !== undefined && State.Pid > 0 ? State.Pid : undefined;
}

/** Another value for each time it was started; absent while it does not run. */
export function lifeOf(inspected: Inspected): string | undefined {
  const pid = pidOf(inspected);
  return pid === undefined ? undefined : `${pid} ${inspected.State.StartedAt ?? ''}`;
}

export function commandOf({ Path, Args, Config }: Inspected): string[] {
  return Path === undefined || Path === ''
    ? [...Config.Entrypoint, ...Config.Cmd]
    : [Path, ...Args];
}

/** Undefined for the year 1, with which engines say "never". */
export function timeOf(iso: string | undefined): string | undefined {
  return iso === undefined || !(Date.parse(iso) > 0) ? undefined : iso;
}

function hasEnded(state: InstanceState): boolean {
  return state === 'exited' || state === 'dead' || state === 'restarting';
}

function endOf({ FinishedAt, ExitCode }: Inspected['State']) {
  const finishedAtIso = timeOf(FinishedAt);
  // -1: Podman does not know it yet.
  const isKnown = finishedAtIso !== undefined && ExitCode !== undefined && ExitCode >= 0;
  return { finishedAtIso, exitCode: isKnown ? ExitCode : undefined };
}

function healthOf({ Health }: Inspected['State']): Instance['health'] {
  const status = Health?.Status;
  return status === 'starting' || status === 'healthy' || status === 'unhealthy'
    ? status
    : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is known. */
export function present<T extends object>(values: T): Present<T> {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Present<T>;
}
