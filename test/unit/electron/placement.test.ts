import { describe, expect, it } from 'vitest';
import { keptWindowOf, placementOf } from '../../../src-main/electron/window-state/placement.js';

const MAIN = { x: 0, y: 24, width: 1920, height: 1056 };
const LEFT = { x: -1280, y: 0, width: 1280, height: 1024 };
const kept = (x: number, y: number, width = 1300, height = 900, isMaximized = false) => ({
  bounds: { x, y, width, height },
  isMaximized,
});

describe('a window', () => {
  it('opens the first time at its usual size, where the desktop wants it', () => {
    expect(placementOf(undefined, [MAIN])).toEqual({
      ...{ width: 1280, height: 800, isMaximized: false },
    });
  });

  it('opens as it was closed, on its own screen', () => {
    expect(placementOf(kept(40, 60), [MAIN, LEFT])).toMatchObject({ x: 40, y: 60, width: 1300 });
    expect(placementOf(kept(-1270, 10, 1000, 700), [MAIN, LEFT])).toMatchObject({ x: -1270 });
    expect(placementOf(kept(40, 60, 1300, 900, true), [MAIN])).toMatchObject({ isMaximized: true });
  });

  it('is placed anew when its screen is gone', () => {
    expect(placementOf(kept(-1270, 10), [MAIN])).toEqual({
      ...{ width: 1300, height: 900, isMaximized: false },
    });
  });

  it('is never above or below all screens, where nobody could move it', () => {
    expect(placementOf(kept(10, -600), [MAIN])).not.toHaveProperty('y');
    expect(placementOf(kept(10, 1070), [MAIN])).not.toHaveProperty('y');
  });

  it('fits a screen that has become smaller', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placementOf(kept(100, 100, 1800, 1000), [small])).toEqual({
      ...{ x: 0, y: 0, width: 1024, height: 700, isMaximized: false },
    });
  });

  it('is not smaller than its views need', () => {
    expect(placementOf(kept(0, 24, 10, 10), [MAIN])).toMatchObject({ width: 960, height: 600 });
  });

  it('does not hide the one that is there already, and is not maximised over it', () => {
    const other = { x: 40, y: 60, width: 1300, height: 900 };
    expect(placementOf(kept(40, 60, 1300, 900, true), [MAIN], [other])).toMatchObject({
      ...{ x: 68, y: 88, isMaximized: false },
    });
  });
});

describe('what is kept of a window', () => {
  it.each([
    '',
    'null',
    '[]',
    '{"bounds":{"x":1}}',
    '{"bounds":{"x":1,"y":2,"width":null,"height":3}}',
  ])('is nothing where it makes no sense: %s', (text) =>
    expect(keptWindowOf(text)).toBeUndefined(),
  );

  it('is read back', () => {
    const window = kept(1, 2, 3, 4, true);
    expect(keptWindowOf(JSON.stringify({ ...window, more: 1 }))).toEqual(window);
  });
});
