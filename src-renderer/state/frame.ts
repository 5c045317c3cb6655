/**
 * At most one call of `commit` per animation frame, however often it is asked for, and none sooner than
 * `paceMs` after the last. While the window is hidden no frame comes, so nothing is drawn; what was
 * asked for is done when it shows again.
 */
export class FrameCommit {
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly commit: () => void,
    private readonly paceMs = 0,
  ) {}

  request(): void {
    if (this.#frame !== undefined || this.#timer !== undefined) return;
    const waitMs = this.#lastMs + this.paceMs - performance.now();
    if (waitMs <= 0) this.#atNextFrame();
    else this.#timer = setTimeout(() => this.#atNextFrame(), waitMs);
  }

  cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = undefined;
    this.#timer = undefined;
  }

  #atNextFrame(): void {
    this.#timer = undefined;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#lastMs = performance.now();
      this.commit();
    });
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
