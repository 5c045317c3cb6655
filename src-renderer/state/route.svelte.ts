const ROOMS = [
  'lab',
  'instances',
  'isolation',
  'experiments',
  'history',
  'claims',
  'runtimes',
  'settings',
] as const;
export type RoomName = (typeof ROOMS)[number];

/** Which room of the window is shown: what stands behind `#` in its address, and what is asked of it behind `?`. */
export class Route {
  room = $state<RoomName>(roomOf(location.hash));
  /** `of=instance:ID` of `#isolation?of=instance:ID`; empty once the room has taken it. */
  query = $state(queryOf(location.hash));
  #visited = $state.raw<readonly RoomName[]>([this.room]);
  readonly #follow = (): void => {
    this.room = roomOf(location.hash);
    this.query = queryOf(location.hash);
    this.#visited = [...this.#visited, this.room];
  };

  constructor() {
    window.addEventListener('hashchange', this.#follow);
  }

  /** A room is made when it is first seen. */
  visited(room: RoomName): boolean {
    return this.#visited.includes(room);
  }

  /** The room has done what was asked of it: the same can be asked again. */
  taken(): void {
    this.query = '';
    history.replaceState(null, '', `#${this.room}`);
  }

  destroy(): void {
    window.removeEventListener('hashchange', this.#follow);
  }
}

/** The Lab for anything that is no room. */
function roomOf(hash: string): RoomName {
  const name = hash.split('?', 1)[0];
  return ROOMS.find((room) => name === `#${room}`) ?? 'lab';
}

function queryOf(hash: string): string {
  const at = hash.indexOf('?');
  return at < 0 ? '' : hash.slice(at + 1);
}
