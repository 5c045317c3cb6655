import { linesBox } from './lines-draw.js';
import type { LinesScene } from './lines-draw.js';
import { lastUpTo, nearest } from './reading.js';
import type { Read } from './reading.js';

interface LineWords {
  /** Of each row, as in the scene. */
  labels: readonly string[];
  /** `at 64 MiB`, `up to 31.2 ms`. */
  title: (x: number) => string;
  text: (y: number) => string;
}

/** What each line is at the x under the pointer: of steps the one that stands there, else the point next to it. */
export function readLines(scene: LinesScene, { labels, title, text }: LineWords): Read {
  const all = scene.rows.map(({ points, color }, at) => ({
    ...{ points, color, label: labels[at] ?? '' },
    xs: points.map(({ x }) => x),
  }));
  const marks = [...new Set(all.flatMap(({ xs }) => xs))].sort((one, other) => one - other);
  return ({ x: pointerX }, size) => {
    const box = linesBox(size);
    const asked = scene.x.valueAt((pointerX - box.left) / box.width);
    const x = scene.isStepped ? asked : marks[nearest(marks, asked)];
    if (x === undefined || x < scene.x.min || x > scene.x.max) return undefined;
    const lines = all.flatMap(({ points, color, label, xs }) => {
      const point = points[lastUpTo(xs, x)];
      if (point === undefined) return scene.isStepped ? { label, color, text: text(0) } : [];
      return !scene.isStepped && point.x !== x ? [] : { label, color, text: text(point.y) };
    });
    return { x: box.left + scene.x.at(x) * box.width, title: title(x), lines };
  };
}
