import { quantile } from '../../../../src-main/experiments/statistics/index.js';
import { short } from '../report.js';
import type { Contender, Goal } from '../report.js';

/** Raw values by name, in the order in which the names first came. */
export class Errors {
  readonly #all = new Map<string, Contender>();

  /** `undefined`: one of both sides could not be read. */
  add(name: string, unit: string, value: number | undefined): void {
    if (value === undefined || Number.isNaN(value)) return;
    const found = this.#all.get(name) ?? { name, unit, raw: [] };
    found.raw.push(value);
    this.#all.set(name, found);
  }

  all(): Contender[] {
    return [...this.#all.values()];
  }
}

/** Nine of ten errors (p5 to p95) within these, and their median too. */
export function within(contender: Contender, most: number, goal: string): Goal {
  const { name, unit, raw } = contender;
  const [p5, middle, p95] = [0.05, 0.5, 0.95].map((share) => quantile(raw, share));
  const worst = Math.max(...raw.map(Math.abs));
  return {
    goal: `${name}: ${goal}`,
    measured: `median ${short(middle ?? 0)}, p5 ${short(p5 ?? 0)}, p95 ${short(p95 ?? 0)}, worst ${short(worst)} ${unit}`,
    met: Math.max(Math.abs(p5 ?? 0), Math.abs(p95 ?? 0)) <= most,
  };
}

/** Of what was measured against the truth, in percent of the truth. */
export function percentOff(
  measured: number | undefined,
  truth: number | undefined,
): number | undefined {
  if (measured === undefined || truth === undefined) return undefined;
  return (100 * (measured - truth)) / truth;
}

export function difference(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}
