/** The code of a room, which is read when the room is first wanted; all rooms at once would have the window wait. */
export class RoomCode<View> {
  view = $state.raw<View>();
  failed = $state(false);
  #reading: Promise<void> | undefined;

  constructor(private readonly read: () => Promise<{ default: View }>) {}

  /** Resolves when it is there, or is known not to be: then it can be tried again. */
  load(): Promise<void> {
    this.#reading ??= this.#load();
    return this.#reading;
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      this.view = (await this.read()).default;
    } catch (thrown) {
      console.error(thrown);
      this.failed = true;
      this.#reading = undefined;
    }
  }
}

/**
 * Reads them one after the other while the window has nothing else to do, so that going to a room is instant. One that
 * could not be read is left to who goes there: what is said of it must not vanish under the pointer.
 */
export async function readAhead(
  rooms: readonly RoomCode<unknown>[],
  closed: AbortSignal,
): Promise<void> {
  for (const room of rooms) {
    await idle();
    if (closed.aborted) return;
    if (!room.failed) await room.load();
  }
}

/** Not every browser tells. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve);
  });
}
