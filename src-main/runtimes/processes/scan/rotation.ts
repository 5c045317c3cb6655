/** Takes so many of a changing collection at a time, in turn, none twice in one go. */
export class Rotation<T> {
  private turn: Iterator<T> | undefined;

  constructor(private readonly items: { readonly size: number; values(): Iterator<T> }) {}

  next(most: number): T[] {
    const taken: T[] = [];
    for (let left = Math.min(most, this.items.size); left > 0; left -= 1) {
      const next = this.step();
      if (next === undefined) break;
      taken.push(next);
    }
    return taken;
  }

  private step(): T | undefined {
    const going = this.turn?.next();
    if (going !== undefined && going.done !== true) return going.value;
    const begun = (this.turn = this.items.values()).next();
    return begun.done === true ? undefined : begun.value;
  }
}
