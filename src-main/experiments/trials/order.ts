import { randomSource, shuffled } from '../statistics/random.js';

/**
 * Blocks with each contender once, in an order of their own: what drifts on the machine meets all alike, and none is
 * always the one after another. Endless; the same for one seed.
 */
export function* blocks(contenders: readonly string[], seed: number): Generator<string[], never> {
  const random = randomSource(seed);
  for (;;) yield shuffled(contenders, random);
}
