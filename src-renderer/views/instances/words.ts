import type { Instance, InstanceState } from '../../../src-main/contract/index.js';
import { formatUptime } from '../../text/format.js';

export const ABSENT = '–';

export type Tone = 'good' | 'limit' | 'harm' | 'off';

const TONES: Record<InstanceState, Tone> = {
  running: 'good',
  paused: 'limit',
  restarting: 'limit',
  removing: 'off',
  created: 'off',
  exited: 'off',
  dead: 'harm',
};

export function toneOf({ state, health, exitCode }: Instance): Tone {
  if (state === 'running' && health === 'unhealthy') return 'harm';
  if (state === 'running' && health === 'starting') return 'limit';
  if (state === 'exited' && exitCode !== undefined && exitCode !== 0) return 'harm';
  return TONES[state];
}

/** Beside the state: the health of what runs, the exit code of what ended. */
export function stateAside({ state, health, exitCode }: Instance): string {
  if (state === 'running') return health ?? '';
  return state === 'exited' && exitCode !== undefined ? String(exitCode) : '';
}

/** The whole of it, on hover. */
export function stateSentence(instance: Instance, nowMs: number): string {
  const { state, health, exitCode, startedAtIso, finishedAtIso, restarts } = instance;
  const since = state === 'exited' || state === 'dead' ? finishedAtIso : startedAtIso;
  const parts = [
    state,
    health === undefined || state !== 'running' ? '' : `its health check says ${health}`,
    state === 'exited' && exitCode !== undefined ? `exit code ${String(exitCode)}` : '',
    since === undefined ? '' : `since ${formatUptime(nowMs - Date.parse(since))}`,
    restarts === undefined || restarts === 0
      ? ''
      : `restarted ${String(restarts)} times by its engine`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function uptimeOf({ state, startedAtIso }: Instance, nowMs: number): string {
  const runs = state === 'running' || state === 'paused' || state === 'restarting';
  return runs && startedAtIso !== undefined
    ? formatUptime(nowMs - Date.parse(startedAtIso))
    : ABSENT;
}
