import type { Instance, InstanceState } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { isAlive } from '../../state/instance-store.js';
import type { Instances } from '../../state/instances.svelte.js';

/** Beside the room's name. */
export function summaryOf(instances: Instances, shown: readonly Instance[]): string {
  if (!instances.known) return '';
  const all = instances.list.length;
  const counts = countsOf(shown);
  return shown.length === all
    ? counts
    : t('{{counts}} of {{count}} instance', { counts, count: all });
}

/** `9 running, 1 paused, 2 stopped`. */
function countsOf(shown: readonly Instance[]): string {
  const countOf = (state: InstanceState): number =>
    shown.filter((one) => one.state === state).length;
  const [running, paused, restarting] = [
    countOf('running'),
    countOf('paused'),
    countOf('restarting'),
  ];
  const stopped = shown.filter((instance) => !isAlive(instance)).length;
  return [
    t('{{count}} running', { count: running }),
    ...(paused > 0 ? [t('{{count}} paused', { count: paused })] : []),
    ...(restarting > 0 ? [t('{{count}} restarting', { count: restarting })] : []),
    ...(stopped > 0 ? [t('{{count}} stopped', { count: stopped })] : []),
  ].join(', ');
}

export interface Empty {
  title: string;
  text: string;
}

/** What stands where no row does: why, and what to do. */
export function emptyWords(instances: Instances, connected: boolean, engines: number): Empty {
  if (!instances.known) {
    return connected
      ? { title: t('Looking for what runs here…'), text: '' }
      : { title: t('Not connected to the lab.'), text: '' };
  }
  if (instances.list.length > 0) {
    return { title: t('Nothing matches.'), text: t('Change the filter, or show all states.') };
  }
  if (instances.origins.some(({ isListed, problem }) => !isListed && problem === undefined)) {
    return { title: t('Looking for what runs here…'), text: '' };
  }
  return {
    title: t('Nothing runs here.'),
    text:
      engines === 0
        ? t(
            'No container engine was found, and no Wasm runtime has a process. Start one, and it appears here by itself.',
          )
        : t('Start a container or a Wasm program, from anywhere: it appears here by itself.'),
  };
}
