import { describe, expect, it } from 'vitest';
import { Zoom } from '../../../../src-renderer/state/zoom.svelte.js';

const FULL = { fromMs: 0, toMs: 1000 };

describe('the stretch of time that charts show', () => {
  it('is drawn in either direction, and is none where nothing was drawn', () => {
    const zoom = new Zoom();
    zoom.show(500, 500.5);
    expect(zoom.stretch).toBeUndefined();
    zoom.show(700, 300);
    expect(zoom.stretch).toEqual({ fromMs: 300, toMs: 700 });
    zoom.clear();
    expect(zoom.stretch).toBeUndefined();
  });

  it('comes nearer around a moment that stays in its place, and goes back to all', () => {
    const zoom = new Zoom();
    zoom.step(true, 250, FULL);
    expect(zoom.stretch).toEqual({ fromMs: 125, toMs: 625 });
    zoom.step(false, 250, FULL);
    expect(zoom.stretch).toBeUndefined();
  });

  it('never leaves what there is to be seen', () => {
    const zoom = new Zoom();
    zoom.show(0, 200);
    zoom.step(false, 0, FULL);
    expect(zoom.stretch).toEqual({ fromMs: 0, toMs: 400 });
    zoom.show(700, 1000);
    zoom.step(false, 1000, FULL);
    expect(zoom.stretch).toEqual({ fromMs: 400, toMs: 1000 });
  });

  it('follows a moment beyond it, as little as it must', () => {
    const zoom = new Zoom();
    zoom.reach(900, FULL);
    expect(zoom.stretch).toBeUndefined();
    zoom.show(200, 400);
    zoom.reach(450, FULL);
    expect(zoom.stretch).toEqual({ fromMs: 250, toMs: 450 });
    zoom.reach(100, FULL);
    expect(zoom.stretch).toEqual({ fromMs: 100, toMs: 300 });
  });
});
