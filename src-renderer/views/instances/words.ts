import type { Instance, InstanceState } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatUptime } from '../../text/format.js';

export const ABSENT = '–';

/** As an engine calls them, in the language of the window. */
export const STATE_NAMES: Record<InstanceState, Words> = {
  running: 'running',
  paused: 'paused',
  restarting: 'restarting',
  removing: 'removing',
  created: 'created',
  exited: 'exited',
  dead: 'dead',
};
const HEALTH_NAMES: Record<NonNullable<Instance['health']>, Words> = {
  starting: 'starting',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
};

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
  if (state === 'running') return health === undefined ? '' : t(HEALTH_NAMES[health]);
  return state === 'exited' && exitCode !== undefined ? String(exitCode) : '';
}

/** The whole of it, on hover. */
export function stateSentence(instance: Instance, nowMs: number): string {
  const { state, health, exitCode, startedAtIso, finishedAtIso, restarts } = instance;
  const since = state === 'exited' || state === 'dead' ? finishedAtIso : startedAtIso;
  const parts = [
    t(STATE_NAMES[state]),
    health === undefined || state !== 'running'
      ? ''
      : t('its health check says {{health}}', { health: t(HEALTH_NAMES[health]) }),
    state === 'exited' && exitCode !== undefined ? t('exit code {{code}}', { code: exitCode }) : '',
    since === undefined
      ? ''
      : t('since {{uptime}}', { uptime: formatUptime(nowMs - Date.parse(since)) }),
    restarts === undefined || restarts === 0
      ? ''
      : t('restarted {{count}} time by its engine', { count: restarts }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function uptimeOf({ state, startedAtIso }: Instance, nowMs: number): string {
  const runs = state === 'running' || state === 'paused' || state === 'restarting';
  return runs && startedAtIso !== undefined
    ? formatUptime(nowMs - Date.parse(startedAtIso))
    : ABSENT;
}
