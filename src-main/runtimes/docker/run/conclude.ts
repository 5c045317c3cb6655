import { monotonicMs } from '../../../metrics/index.js';
import type { Ending } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import type { Attached } from './attach.js';
import { engineLost, toEnding } from './ending.js';
import { neverBegan } from './never-began.js';
import { sawOomEvent } from './oom.js';
import { SHORT_MS } from './requests.js';
import { inspectContainer } from './state.js';
import type { ContainerState } from './state.js';
import type { Exit } from './wait.js';

export interface Followed {
  engine: Engine;
  containerId: string;
  /** When the guest began to run. */
  beganAtMs: number;
  exit: Promise<Exit>;
  output: Attached;
  /** What the samples saw of kills for memory. */
  oomKills: () => number | undefined;
  /** Whether it was the lab that killed it. */
  wasKilled: () => boolean;
}

export interface Conclusion {
  ending: Ending;
  /** When the process itself ended, where its clock is the lab's. */
  endedAtMs?: number;
}

/** After an exit the engine still delivers what the guest wrote; it must not take for ever. */
const LAST_OUTPUT_MS = 30_000;
const KILLED_CODE = 137;

/** How it ended, once all its output has been delivered. */
export async function concludeRun(run: Followed): Promise<Conclusion> {
  const exit = await run.exit;
  if (!exit.lost) await atMost(LAST_OUTPUT_MS, run.output.closed);
  const state = await lastState(run, exit.lost ? SHORT_MS : undefined);
  const code = exit.lost ? exitCodeOf(state) : exit.code;
  if (code === undefined) return { ending: engineLost(run.engine, exit.atMs) };
  const never = neverBegan(code, run.output.shortOutput(), exit.atMs);
  if (never !== undefined) return { ending: never };
  const oom = code === KILLED_CODE && (await wasOomKilled(run, state));
  const endedAtMs = run.engine.info.local
    ? finishedAtMs(state, run.beganAtMs, exit.atMs)
    : undefined;
  return {
    ending: toEnding(code, oom, exit.atMs),
    ...(endedAtMs === undefined ? {} : { endedAtMs }),
  };
}

/** The connection may have broken while the engine has the end on record (its restart, a proxy). */
function exitCodeOf(state: ContainerState | undefined): number | undefined {
  return state === undefined || state.running ? undefined : state.exitCode;
}

async function lastState(
  { engine, containerId }: Followed,
  withinMs: number | undefined,
): Promise<ContainerState | undefined> {
  try {
    return await inspectContainer(engine, containerId, withinMs);
  } catch {
    return undefined;
  }
}

async function wasOomKilled(run: Followed, state: ContainerState | undefined): Promise<boolean> {
  if (state?.oomKilled === true || (run.oomKills() ?? 0) > 0) return true;
  return !run.wasKilled() && (await sawOomEvent(run.engine, run.containerId));
}

/**
 * The engine's wall clock on the lab's monotonic one: the same machine, so the same wall clock, read
 * to the millisecond. Kept between what was seen before and after it.
 */
function finishedAtMs(
  state: ContainerState | undefined,
  beganAtMs: number,
  exitAtMs: number,
): number | undefined {
  const finishedEpochMs = Date.parse(state?.finishedAt ?? '');
  if (Number.isNaN(finishedEpochMs) || finishedEpochMs <= 0) return undefined;
  const atMs = finishedEpochMs - Date.now() + monotonicMs();
  return Math.min(Math.max(atMs, beganAtMs), exitAtMs);
}

async function atMost(ms: number, done: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([done, late]);
  clearTimeout(timer);
}
