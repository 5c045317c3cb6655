/** Numbers in [0, 1). */
export type Random = () => number;

/** Mulberry32, 32 bits of state: enough for resampling and orders, and the same everywhere for one seed. */
export function randomSource(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A new array in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] as T;
    order[last] = order[other] as T;
    order[other] = moved;
  }
  return order;
}

/** Draws from Beta(a, b), both at least 1: the share of one gamma variate in the sum of two. */
export function betaDrawer(a: number, b: number, random: Random): Random {
  const [drawA, drawB] = [gammaDrawer(a, random), gammaDrawer(b, random)];
  return () => {
    const part = drawA();
    return part / (part + drawB());
  };
}

/** Marsaglia and Tsang (2000), "A simple method for generating gamma variables"; for shapes of at least 1. */
function gammaDrawer(shape: number, random: Random): () => number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const x = normal(random);
      const root = 1 + c * x;
      const v = root * root * root;
      if (v <= 0) continue;
      const u = 1 - random();
      const square = x * x;
      // Their squeeze: what is below it is below the bound as well, and needs no logarithm.
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (Math.log(u) < square * 0.5 + d * (1 - v + Math.log(v))) return d * v;
    }
  };
}

/** Standard normal (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
