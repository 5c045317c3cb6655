import { describe, expect, it } from 'vitest';
import { CostBudget } from '../../../src-main/metrics/cost-budget.js';

/** A budget on clocks of its own, and what happened in `ticks` readings of `costMs` every `periodMs`. */
function run(costMs: number, periodMs: number, ticks: number) {
  let nowMs = 1000;
  let cpuMs = 0;
  const budget = new CostBudget(
    () => nowMs,
    () => cpuMs,
  );
  const measured: boolean[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    const done = budget.spend(() => {
      nowMs += costMs;
      cpuMs += costMs;
      return true;
    });
    measured.push(done === true);
    nowMs += periodMs;
  }
  budget.close();
  return { share: cpuMs / (nowMs - 1000), measured };
}

describe('the budget of a costly reading', () => {
  it('leaves no gap at ten samples a second, as far as it reaches', () => {
    expect(run(5, 100, 600).measured).not.toContain(false);
  });

  it('lets the first ones through even when they are dear: short runs have no time to save', () => {
    expect(run(15, 100, 2).measured).toEqual([true, true]);
  });

  it('holds a dear one to five percent in the long run', () => {
    const { share, measured } = run(30, 100, 6000);
    expect(share).toBeLessThan(0.0505);
    expect(share).toBeGreaterThan(0.045);
    expect(measured).toContain(false);
  });

  it('shares ten percent with all others, however many there are', () => {
    const others = Array.from({ length: 19 }, () => new CostBudget());
    const { share } = run(30, 100, 20_000);
    for (const other of others) other.close();
    expect(share).toBeGreaterThan(0.0045);
    expect(share).toBeLessThan(0.0055);
    expect(run(30, 100, 6000).share).toBeGreaterThan(0.045);
  });

  it('does not count the time for which a busy machine made it wait', () => {
    let nowMs = 0;
    const budget = new CostBudget(
      () => nowMs,
      () => 0,
    );
    budget.spend(() => (nowMs += 5000));
    expect(budget.spend(() => true)).toBe(true);
    budget.close();
  });
});
