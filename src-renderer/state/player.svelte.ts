export const SPEEDS = [0.1, 0.5, 1, 2, 5, 10] as const;

/** Something recorded that plays again: the time of it goes on by that of the window. */
export abstract class Player {
  /** Milliseconds from its beginning. */
  atMs = $state(0);
  isPlaying = $state(false);
  speed = $state<number>(1);
  abstract readonly endMs: number;
  #frame: number | undefined;

  abstract seek(toMs: number): void;

  play(): void {
    if (this.isPlaying) return;
    if (this.atMs >= this.endMs) this.seek(0);
    this.isPlaying = true;
    this.#next(performance.now());
  }

  pause(): void {
    this.isPlaying = false;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  #next(beforeMs: number): void {
    this.#frame = requestAnimationFrame((nowMs) => {
      this.seek(this.atMs + Math.max(0, nowMs - beforeMs) * this.speed);
      if (this.atMs >= this.endMs) this.pause();
      else if (this.isPlaying) this.#next(nowMs);
    });
  }
}
