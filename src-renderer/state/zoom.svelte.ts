/** A stretch of time, in milliseconds on the axis of the charts. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** Nothing is to be seen in less. */
const LEAST_MS = 2;
const STEP = 2;

/** The stretch of time that all charts of a view show; undefined: all there is, and what comes. */
export class Zoom {
  stretch = $state.raw<Stretch>();

  readonly clear = (): void => {
    this.stretch = undefined;
  };

  /** In either order. A stretch of nothing is left out. */
  show(fromMs: number, toMs: number): void {
    const [from, to] = fromMs < toMs ? [fromMs, toMs] : [toMs, fromMs];
    if (to - from >= LEAST_MS) this.stretch = { fromMs: from, toMs: to };
  }

  /** Twice as near, or half, around a moment that stays where it is; wide enough, it is all of `full` again. */
  step(nearer: boolean, aroundMs: number, full: Stretch): void {
    const { fromMs, toMs } = this.stretch ?? full;
    const factor = nearer ? 1 / STEP : STEP;
    const from = aroundMs - (aroundMs - fromMs) * factor;
    const to = aroundMs + (toMs - aroundMs) * factor;
    if (to - from >= full.toMs - full.fromMs) this.clear();
    else this.#within(from, to, full);
  }

  /** So that the moment is shown: the stretch moves as little as it must. */
  reach(ms: number, full: Stretch): void {
    if (this.stretch === undefined) return;
    const { fromMs, toMs } = this.stretch;
    const by = ms < fromMs ? ms - fromMs : ms > toMs ? ms - toMs : 0;
    if (by !== 0) this.#within(fromMs + by, toMs + by, full);
  }

  #within(from: number, to: number, full: Stretch): void {
    const late = Math.max(0, full.fromMs - from);
    const early = Math.max(0, to + late - full.toMs);
    this.show(Math.max(full.fromMs, from + late - early), to + late - early);
  }
}
