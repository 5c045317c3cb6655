import type {
  ContenderResult,
  Measure,
  RatioResult,
  RuntimeKind,
} from '../../src-main/contract/index.js';

/** Numbers that look drawn at random and are the same each time. */
export function pretendedRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many milliseconds of a start: a body with a tail, and now and then one that stands apart. */
export function pretendedValues(count: number, typicalMs: number, seed: number): number[] {
  const random = pretendedRandom(seed);
  return Array.from({ length: count }, () => {
    const bell = random() + random() + random() - 1.5;
    const isApart = random() > 0.97;
    return typicalMs * (1 + 0.06 * bell + (isApart ? 0.6 + random() : 0));
  });
}

/** The figures of raw values; the interval is a rule of thumb, good enough to be looked at. */
export function pretendedMeasure(id: string, title: string, raw: readonly number[]): Measure {
  const ascending = [...raw].sort((one, other) => one - other);
  const at = (share: number): number => ascending[Math.round(share * (raw.length - 1))] ?? 0;
  const median = at(0.5);
  const gaps = raw.map((value) => Math.abs(value - median)).sort((one, other) => one - other);
  const mad = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const half = (1.57 * (at(0.75) - at(0.25))) / Math.sqrt(Math.max(1, raw.length));
  return {
    ...{ id, title, unit: 'ms', raw: [...raw], n: raw.length, median, mad },
    p5: at(0.05),
    p95: at(0.95),
    mean: raw.reduce((sum, value) => sum + value, 0) / Math.max(1, raw.length),
    ci95: [median - half, median + half],
    outliers: raw.flatMap((value, nth) =>
      mad > 0 && (0.6745 * Math.abs(value - median)) / mad > 3.5 ? [nth] : [],
    ),
  };
}

const PHASES: Record<RuntimeKind, [string, string, number][]> = {
  container: [
    ['create', 'Create the container', 0.18],
    ['start', 'Start the container', 0.62],
    ['main', 'The program itself', 0.05],
    ['exit', 'See its end', 0.15],
  ],
  wasm: [
    ['spawn', 'Start the runtime’s process', 0.55],
    ['load', 'Load the module', 0.05],
    ['compile', 'Compile', 0.22],
    ['instantiate', 'Instantiate', 0.08],
    ['main', 'The program itself', 0.1],
  ],
};

/** A contender of `startup` after so many runs. */
export function pretendedContender(
  runtime: string,
  kind: RuntimeKind,
  runs: number,
  typicalMs: number,
): ContenderResult {
  const seed = Array.from(runtime, (char) => char.charCodeAt(0)).reduce(
    (sum, code) => sum * 31 + code,
    7,
  );
  const raw = pretendedValues(runs, typicalMs, seed);
  const total = pretendedMeasure('total', 'From the request to the end', raw);
  const { unit, n, median, p5, p95, mean, mad, ci95, outliers } = total;
  const phases = PHASES[kind].map(([name, title, share]) =>
    pretendedMeasure(
      `phase-${name}`,
      title,
      raw.map((value) => value * share),
    ),
  );
  return {
    ...{ runtime, title: runtime, kind, version: '1.2.3' },
    ...{ unit, raw, n, median, p5, p95, mean, mad, ci95, outliers },
    measures: [total, ...phases],
    failures: [],
  };
}

/** Every pair once, the higher median to the lower, as the lab tells them. */
export function pretendedRatios(contenders: readonly ContenderResult[]): RatioResult[] {
  const ascending = [...contenders].sort((one, other) => one.median - other.median);
  return ascending.flatMap((low, at) =>
    ascending.slice(at + 1).map((high): RatioResult => {
      const value = high.median / low.median;
      const [from, to] = [high.ci95[0] / low.ci95[1], high.ci95[1] / low.ci95[0]];
      return {
        ...{ of: high.runtime, to: low.runtime, value, ci95: [from, to], differs: from > 1 },
        sentence: `${low.runtime} starts ${value.toPrecision(3)}x faster than ${high.runtime}, 95 % interval ${from.toPrecision(3)} to ${to.toPrecision(3)}`,
      };
    }),
  );
}
