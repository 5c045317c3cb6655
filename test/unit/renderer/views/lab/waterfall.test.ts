import { describe, expect, it } from 'vitest';
import type { Phase, PhaseName } from '../../../../../src-main/contract/index.js';
import { fitChips } from '../../../../../src-renderer/views/lab/fit-chips.js';
import { laneColumns } from '../../../../../src-renderer/views/lab/lane-columns.js';
import { layoutRows } from '../../../../../src-renderer/views/lab/waterfall.js';

function phases(...parts: [PhaseName, number?][]): Phase[] {
  let startMs = 0;
  return parts.map(([name, durationMs]) => {
    const phase: Phase = {
      name,
      startMs,
      bound: 'b',
      ...(durationMs !== undefined && { durationMs }),
    };
    startMs += durationMs ?? 0;
    return phase;
  });
}
const container = phases(['create', 62], ['start', 169], ['main', 1500], ['exit', 3]);
const v8 = phases(['spawn', 4], ['load', 0.1], ['compile', 0.9], ['instantiate', 0.4], ['main']);

describe('the start waterfall', () => {
  it('has one axis: what takes twice as long is twice as wide', () => {
    const [row] = layoutRows([phases(['create', 100], ['start', 200], ['main'])], 1000);
    const [create, start] = row?.segments ?? [];
    expect((start?.widthPx ?? 0) / (create?.widthPx ?? 1)).toBeCloseTo(2, 1);
  });

  it('covers the start only, up to main', () => {
    const [row] = layoutRows([container], 1000);
    expect(row?.segments.map(({ name }) => name)).toEqual(['create', 'start']);
    expect(row?.mainMs).toBe(231);
  });

  it('keeps a lane that is fifty times shorter readable: visible, named beside its bar', () => {
    const [, row] = layoutRows([container, v8], 1000);
    expect(row?.segments.every(({ widthPx }) => widthPx >= 2)).toBe(true);
    expect(row?.outside).toEqual(['spawn 4', 'load 0.1', 'compile 0.9', 'instantiate 0.4']);
    expect(row?.mainMs).toBeCloseTo(5.4);
  });

  it('never lets segments overlap', () => {
    for (const { segments } of layoutRows([container, v8], 300)) {
      for (let at = 1; at < segments.length; at += 1) {
        const before = segments[at - 1];
        expect(segments[at]?.leftPx).toBeGreaterThanOrEqual(
          (before?.leftPx ?? 0) + (before?.widthPx ?? 0),
        );
      }
    }
  });

  it.each([240, 600, 1000])(
    'leaves room for the text behind the longest bar at %d px',
    (trackPx) => {
      for (const row of layoutRows([v8, container], trackPx)) {
        const text = [...row.outside, `main at ${String(row.mainMs)} ms`].join(' · ');
        expect(row.textLeftPx + text.length * 5.5).toBeLessThanOrEqual(trackPx);
      }
    },
  );

  it('shows nothing for a phase that still lasts, and no main before main', () => {
    const [row] = layoutRows([phases(['create', 50], ['start'])], 1000);
    expect(row?.segments.map(({ name }) => name)).toEqual(['create']);
    expect(row).not.toHaveProperty('mainMs');
  });
});

describe('what fits', () => {
  it('puts lanes in rows as even as can be', () => {
    expect([2, 3, 4, 5, 6].map((count) => laneColumns(count, 1196))).toEqual([2, 3, 4, 3, 3]);
    expect([5, 6].map((count) => laneColumns(count, 1836))).toEqual([5, 6]);
    expect(laneColumns(3, 200)).toBe(1);
  });

  it('shows all chips when they fit, else leaves room for the rest’s number', () => {
    const labels = ['no network', 'read-only root', 'seccomp filter'];
    expect(fitChips(labels, 1000, 1)).toBe(3);
    expect(fitChips(labels, 240, 1)).toBeLessThan(3);
    expect(fitChips(labels, 240, 2)).toBe(3);
    expect(fitChips([], 240, 2)).toBe(0);
  });
});
