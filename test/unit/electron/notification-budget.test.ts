import { describe, expect, it } from 'vitest';
import { NotificationBudget } from '../../../src-main/electron/notification-budget.js';

describe('the budget of notifications', () => {
  it('lets five through at once and then one every ten seconds', () => {
    let nowMs = 0;
    const budget = new NotificationBudget(() => nowMs);
    const shown = Array.from({ length: 20 }, () => budget.spend()).filter(Boolean);
    expect(shown).toHaveLength(5);
    nowMs = 9_999;
    expect(budget.spend()).toBe(false);
    nowMs = 10_001;
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
    nowMs = 1_000_000;
    expect(Array.from({ length: 20 }, () => budget.spend()).filter(Boolean)).toHaveLength(5);
  });
});
