import { describe, expect, it } from 'vitest';
import { Gate } from '../../../../src-main/console/server/gate.js';

describe('Gate', () => {
  it('exchanges a token for a session once', () => {
    const gate = new Gate();
    const token = gate.mint();
    expect(gate.exchange(token)).toBeDefined();
    expect(gate.exchange(token)).toBeUndefined();
  });

  it('refuses a token that it never made, and the empty one', () => {
    const gate = new Gate();
    gate.mint();
    expect(gate.exchange('AAAA')).toBeUndefined();
    expect(gate.exchange('')).toBeUndefined();
  });

  it('makes tokens of 256 bits that differ', () => {
    const gate = new Gate();
    const tokens = new Set(Array.from({ length: 100 }, () => gate.mint()));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('demands the page key that belongs to the cookie', () => {
    const gate = new Gate();
    const one = gate.exchange(gate.mint());
    const two = gate.exchange(gate.mint());
    expect(gate.knowsPage(one?.cookie, one?.pageKey)).toBe(true);
    expect(gate.knowsPage(one?.cookie, two?.pageKey)).toBe(false);
    expect(gate.knowsPage(one?.cookie, undefined)).toBe(false);
    expect(gate.knowsPage(undefined, undefined)).toBe(false);
    expect(gate.knowsPage('never made', 'never made')).toBe(false);
  });
});
