import { shiftOf, topToShow, visibleRange } from './range.js';

/** Before it was measured, and where nothing is laid out. */
const USUAL_PX = 640;

/** The scrolled body of a table of equally high rows, of which only those in sight are in the page. */
export class VirtualScroll {
  /** As `bind:clientHeight` measures them. */
  heightPx = $state(0);
  headPx = $state(0);
  #topPx = $state(0);
  #element: HTMLElement | undefined;
  #keys: readonly string[] = [];
  #order = '';

  constructor(
    private readonly rowPx: number,
    private readonly count: () => number,
  ) {}

  /** Two numbers rather than one object: scrolling by a few pixels changes neither. */
  readonly first = $derived.by(() => this.#range().first);
  readonly end = $derived.by(() => this.#range().end);

  readonly attach = (element: HTMLElement): (() => void) => {
    this.#element = element;
    const follow = (): void => {
      this.#topPx = element.scrollTop;
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  };

  /** How many rows fit, for the page keys. */
  get page(): number {
    return Math.max(1, Math.floor(this.#bodyPx() / this.rowPx) - 1);
  }

  show(index: number): void {
    this.#scrollTo(topToShow(index, this.#topPx, this.#bodyPx(), this.rowPx));
  }

  /** To be told of every change of the rows: what is read stays in its place, unless all were sorted anew. */
  follow(keys: readonly string[], order: string): void {
    const isKept = order === this.#order && this.#topPx > 0;
    const shift = isKept ? shiftOf(this.#keys, keys, Math.floor(this.#topPx / this.rowPx)) : 0;
    this.#keys = keys;
    this.#order = order;
    if (shift !== 0) this.#scrollTo(this.#topPx + shift * this.rowPx);
  }

  #range() {
    return visibleRange(this.#topPx, this.#bodyPx(), this.rowPx, this.count());
  }

  #bodyPx(): number {
    return (this.heightPx === 0 ? USUAL_PX : this.heightPx) - this.headPx;
  }

  #scrollTo(topPx: number): void {
    if (this.#element !== undefined) this.#element.scrollTop = topPx;
    this.#topPx = this.#element?.scrollTop ?? topPx;
  }
}
