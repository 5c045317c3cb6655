import type { Instance, InstanceAction } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';

interface ActionWords {
  label: Words;
  icon: 'play' | 'stop' | 'restart' | 'pause' | 'kill' | 'trash';
  /** While it is under way. */
  doing: Words;
  done: Words;
}

export const ACTION_WORDS: Record<InstanceAction, ActionWords> = {
  start: { label: 'Start', icon: 'play', doing: 'Starting…', done: 'Started' },
  stop: { label: 'Stop', icon: 'stop', doing: 'Stopping…', done: 'Stopped' },
  restart: { label: 'Restart', icon: 'restart', doing: 'Restarting…', done: 'Restarted' },
  pause: { label: 'Pause', icon: 'pause', doing: 'Pausing…', done: 'Paused' },
  unpause: { label: 'Unpause', icon: 'play', doing: 'Unpausing…', done: 'Runs again' },
  kill: { label: 'Kill', icon: 'kill', doing: 'Killing…', done: 'Killed' },
  remove: { label: 'Remove', icon: 'trash', doing: 'Removing…', done: 'Removed' },
};

/** They take something away for good. */
export function isHarmful(action: InstanceAction): boolean {
  return action === 'kill' || action === 'remove';
}

const isAlive = ({ state }: Instance): boolean =>
  state === 'running' || state === 'paused' || state === 'restarting';

/** What would be lost, as a question; undefined where nothing would be. */
export function confirmText(action: InstanceAction, instance: Instance): string | undefined {
  const isProcess = instance.kind === 'wasm';
  switch (action) {
    case 'kill':
      return t('Kill it? It ends at once (SIGKILL), and cannot save what it has in memory.');
    case 'remove':
      return isAlive(instance)
        ? t(
            'Remove it? It runs: it is killed first. Its own files and its log are deleted; volumes stay.',
          )
        : t('Remove it? Its own files and its log are deleted; volumes stay.');
    case 'stop':
      return isProcess
        ? t('Stop it? It is asked to end (SIGTERM). It cannot be started again from here.')
        : t('Stop it? It is asked to end; what it has in memory is lost.');
    case 'restart':
      return t('Restart it? It is asked to end and started again; what it has in memory is lost.');
    case 'start':
    case 'pause':
    case 'unpause':
      return undefined;
  }
}

/** What came of it: the exit code belongs to the state that followed. */
export function resultText(action: InstanceAction, instance: Instance): string {
  const done = t(ACTION_WORDS[action].done);
  const hasEnded = (action === 'stop' || action === 'kill') && !isAlive(instance);
  return hasEnded && instance.exitCode !== undefined
    ? t('{{done}}, exit code {{code}}', { done, code: instance.exitCode })
    : done;
}
