const ROOMS = ['lab', 'instances', 'runtimes'] as const;
export type RoomName = (typeof ROOMS)[number];

/** Which room of the window is shown: what stands behind `#` in its address. */
export class Route {
  room = $state<RoomName>(roomOf(location.hash));
  #visited = $state.raw<readonly RoomName[]>([this.room]);
  readonly #follow = (): void => {
    this.room = roomOf(location.hash);
    this.#visited = [...this.#visited, this.room];
  };

  constructor() {
    window.addEventListener('hashchange', this.#follow);
  }

  /** A room is made when it is first seen. */
  visited(room: RoomName): boolean {
    return this.#visited.includes(room);
  }

  destroy(): void {
    window.removeEventListener('hashchange', this.#follow);
  }
}

/** The Lab for anything that is no room. */
function roomOf(hash: string): RoomName {
  return ROOMS.find((name) => hash === `#${name}`) ?? 'lab';
}
