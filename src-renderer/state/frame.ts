/**
 * At most one call of `commit` per animation frame, however often it is asked for. While the window
 * is hidden no frame comes, so nothing is drawn; what was asked for is done when it shows again.
 */
export class FrameCommit {
  #handle: number | undefined;

  constructor(private readonly commit: () => void) {}

  request(): void {
    this.#handle ??= requestAnimationFrame(() => {
      this.#handle = undefined;
      this.commit();
    });
  }

  cancel(): void {
    if (this.#handle !== undefined) cancelAnimationFrame(this.#handle);
    this.#handle = undefined;
  }
}

/**
 * Calls it right behind the next frame: much work then has the time up to the frame that shows it,
 * instead of what another task has left of it. Returns what calls it off.
 */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handle = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(handle);
    clearTimeout(timer);
  };
}
