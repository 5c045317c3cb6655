import { describe, expect, it } from 'vitest';
import type { RatioResult } from '../../../../../src-main/contract/index.js';
import {
  againstBaseline,
  baselineOf,
} from '../../../../../src-renderer/views/experiments/ratios.js';
import { pretendedContender } from '../../../../support/fake-values.js';

const ratio = (of: string, to: string, value: number, ci95: [number, number]): RatioResult => ({
  ...{ of, to, value, ci95, differs: ci95[0] > 1 },
  sentence: `${to} starts ${String(value)}x faster than ${of}`,
});
const RATIOS = [
  ratio('wazero', 'v8', 2, [1.6, 2.5]),
  ratio('docker:runc', 'v8', 10, [8, 12.5]),
  ratio('docker:runc', 'wazero', 5, [4, 6]),
];

describe('ratios to a baseline', () => {
  it('are those of its pairs only, the smallest first', () => {
    expect(againstBaseline(RATIOS, 'v8').map(({ runtime, value }) => [runtime, value])).toEqual([
      ['wazero', 2],
      ['docker:runc', 10],
    ]);
  });

  it('are turned round with their interval where the pair was told the other way', () => {
    const [v8, wazero] = againstBaseline(RATIOS, 'docker:runc');
    expect(v8).toMatchObject({ runtime: 'v8', value: 0.1, ci95: [0.08, 0.125], differs: true });
    expect(wazero).toMatchObject({ runtime: 'wazero', value: 0.2, ci95: [1 / 6, 0.25] });
  });

  it('keep the sentence as the lab said it', () => {
    expect(againstBaseline(RATIOS, 'wazero').map(({ sentence }) => sentence)).toEqual([
      'v8 starts 2x faster than wazero',
      'wazero starts 5x faster than docker:runc',
    ]);
  });
});

describe('the baseline', () => {
  const contenders = [
    pretendedContender('docker:runc', 'container', 20, 400),
    pretendedContender('v8', 'wasm', 20, 20),
  ];

  it('is the one with the lowest median until another is chosen', () => {
    expect(baselineOf({ contenders }, undefined)).toBe('v8');
    expect(baselineOf({ contenders }, 'docker:runc')).toBe('docker:runc');
  });

  it('is not one that was dropped since, and none without contenders', () => {
    expect(baselineOf({ contenders }, 'wasm3')).toBe('v8');
    expect(baselineOf({ contenders: [] }, 'v8')).toBeUndefined();
  });
});
