import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import type { RoomName } from '../../state/route.svelte.js';
import { known } from '../action.js';
import type { Action } from '../action.js';

const TITLES: Record<RoomName, Words> = {
  lab: 'Go to the Lab',
  instances: 'Go to Instances',
  isolation: 'Go to Isolation',
  experiments: 'Go to Experiments',
  history: 'Go to History',
  claims: 'Go to Claims',
  runtimes: 'Go to Runtimes',
  settings: 'Go to Settings',
};

export function goTo(room: RoomName, query = ''): void {
  location.hash = query === '' ? `#${room}` : `#${room}?${query}`;
}

export function roomActions(): Action[] {
  return (Object.entries(TITLES) as [RoomName, Words][]).map(([room, title]) =>
    known(`go.${room}`, { section: 'rooms', title: t(title), run: () => goTo(room) }),
  );
}
