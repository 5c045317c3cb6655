import type { Instance } from '../../../src-main/contract/index.js';
import { isAlive } from '../../state/instance-store.js';
import type { Instances } from '../../state/instances.svelte.js';
import { plural } from '../../text/format.js';

/** Beside the room's name. */
export function summaryOf(instances: Instances, shown: readonly Instance[]): string {
  if (!instances.known) return '';
  const all = instances.list.length;
  const counts = countsOf(shown);
  return shown.length === all ? counts : `${counts} of ${plural(all, 'instance')}`;
}

/** `9 running, 1 paused, 2 stopped`. */
function countsOf(shown: readonly Instance[]): string {
  const parts = (['running', 'paused', 'restarting'] as const).map((state): [string, number] => [
    state,
    shown.filter((one) => one.state === state).length,
  ]);
  const stopped = shown.filter((instance) => !isAlive(instance)).length;
  return [...parts, ['stopped', stopped] as const]
    .filter(([word, count]) => count > 0 || word === 'running')
    .map(([word, count]) => `${String(count)} ${word}`)
    .join(', ');
}

export interface Empty {
  title: string;
  text: string;
}

/** What stands where no row does: why, and what to do. */
export function emptyWords(instances: Instances, connected: boolean, engines: number): Empty {
  if (!instances.known) {
    return connected
      ? { title: 'Looking for what runs here…', text: '' }
      : { title: 'Not connected to the lab.', text: '' };
  }
  if (instances.list.length > 0) {
    return { title: 'Nothing matches.', text: 'Change the filter, or show all states.' };
  }
  if (instances.origins.some(({ isListed, problem }) => !isListed && problem === undefined)) {
    return { title: 'Looking for what runs here…', text: '' };
  }
  return {
    title: 'Nothing runs here.',
    text:
      engines === 0
        ? 'No container engine was found, and no Wasm runtime has a process. Start one, and it appears here by itself.'
        : 'Start a container or a Wasm program, from anywhere: it appears here by itself.',
  };
}
