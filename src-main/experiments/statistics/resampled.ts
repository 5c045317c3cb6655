import { betaDrawer, randomSource } from './random.js';
import type { Random } from './random.js';

/** Of resamples, which of n ascending values each median is the mean of: two places, the same where n is odd. */
export interface MedianPlaces {
  lower: Int32Array;
  upper: Int32Array;
}

/** Each two places once, and how many resamples have them: few, since medians lie in the middle. */
export interface CountedPlaces extends MedianPlaces {
  counts: Int32Array;
}

export interface Resampling {
  /** The same seed and number of values give the same places. */
  seed: number;
  resamples: number;
}

/** Of one result most measures have as many values, and an experiment works out one result after the other. */
const KEPT = 8;

/**
 * One after the other, for as many samples as there are counts, each drawn anew and apart, in turns from one source.
 * Where the median of a resample stands depends on the number of values only: it is drawn once for all of that many.
 */
export const medianPlaces = keeping(
  (counts: readonly number[], { seed, resamples }: Resampling): MedianPlaces[] => {
    const random = randomSource(seed);
    const samples = counts.map((count) => ({
      draw: medianDrawer(count, random),
      places: { lower: new Int32Array(resamples), upper: new Int32Array(resamples) },
    }));
    for (let nth = 0; nth < resamples; nth += 1) {
      for (const { draw, places } of samples) {
        const [lower, upper] = draw();
        places.lower[nth] = lower;
        places.upper[nth] = upper;
      }
    }
    return samples.map(({ places }) => places);
  },
);

/** The same of one sample, in no order. */
export const countedPlaces = keeping(
  ([count = 0]: readonly number[], resampling: Resampling): CountedPlaces => {
    const [places] = medianPlaces([count], resampling);
    const counted = new Map<number, number>();
    places?.lower.forEach((lower, nth) => {
      const both = lower * count + (places.upper[nth] ?? 0);
      counted.set(both, (counted.get(both) ?? 0) + 1);
    });
    const keys = [...counted.keys()];
    return {
      lower: Int32Array.from(keys, (both) => Math.floor(both / count)),
      upper: Int32Array.from(keys, (both) => both % count),
      counts: Int32Array.from(counted.values()),
    };
  },
);

type Drawn<Places> = (counts: readonly number[], resampling: Resampling) => Places;

/** Keeps what was asked for last. */
function keeping<Places>(draw: Drawn<Places>): Drawn<Places> {
  const kept = new Map<string, Places>();
  return (counts, resampling) => {
    const key = [resampling.seed, resampling.resamples, ...counts].join();
    const places = kept.get(key) ?? draw(counts, resampling);
    // The one that was asked for last is at the end.
    kept.delete(key);
    kept.set(key, places);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    return places;
  };
}

/**
 * Draws as many values as there are, with replacement, and tells where their median is; in a time that does not grow
 * with their number. The k-th smallest of n uniform draws has the distribution Beta(k, n - k + 1), and those above it
 * are uniform again between it and 1 (David and Nagaraja 2003, "Order Statistics", chapter 2): so the one or two
 * draws in the middle are had without making all the others.
 */
function medianDrawer(count: number, random: Random): () => [lower: number, upper: number] {
  const placeOf = (share: number): number => Math.min(Math.floor(share * count), count - 1);
  const middle = Math.ceil(count / 2);
  const above = count - middle;
  const draw = betaDrawer(middle, above + 1, random);
  if (count % 2 === 1) {
    return () => {
      const place = placeOf(draw());
      return [place, place];
    };
  }
  return () => {
    const lower = draw();
    const upper = 1 - (1 - lower) * random() ** (1 / above);
    return [placeOf(lower), placeOf(upper)];
  };
}
