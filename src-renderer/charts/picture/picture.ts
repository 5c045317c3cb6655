import type { Pen } from '../pen.js';
import { fitText } from '../plot.js';
import type { Draw, PlotSize } from '../plot.js';
import type { ChartTheme } from '../types.js';

export interface PictureLine {
  label: string;
  /** Name of a CSS custom property: `--c1`. */
  color: string;
}

/** A chart as it leaves the window: whoever finds the file must know what it shows. */
export interface Picture {
  title: string;
  /** What is drawn, and in which unit. */
  subtitle: string;
  /** What it is of, and when. */
  about: string;
  /** What is to be seen in it. */
  summary: string;
  draw: Draw;
  /** Of the drawing, in CSS pixels. */
  size: PlotSize;
  /** Of lines whose names are not in the drawing. */
  legend?: readonly PictureLine[];
}

const EDGE_PX = 16;
const TITLE_PX = 30;
const LEGEND_PX = 22;
const ABOUT_PX = 22;
const SWATCH_PX = 14;

/** Of the whole picture. */
export function pictureSize({ size, legend = [] }: Picture): PlotSize {
  return {
    width: size.width + 2 * EDGE_PX,
    height: size.height + 2 * EDGE_PX + TITLE_PX + ABOUT_PX + (legend.length > 0 ? LEGEND_PX : 0),
  };
}

export function drawPicture(pen: Pen, picture: Picture, theme: ChartTheme): void {
  const { title, subtitle, about, size, draw, legend = [] } = picture;
  const { width, height } = pictureSize(picture);
  pen.fillStyle = theme.card;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'top';
  pen.textAlign = 'left';
  pen.fillStyle = theme.text;
  pen.font = `600 14px ${theme.font}`;
  pen.fillText(title, EDGE_PX, EDGE_PX);
  const subtitleLeft = EDGE_PX + pen.measureText(title).width + 14;
  pen.fillStyle = theme.mute;
  pen.font = `400 12px ${theme.font}`;
  pen.fillText(fitText(pen, subtitle, width - EDGE_PX - subtitleLeft), subtitleLeft, EDGE_PX + 2);
  if (legend.length > 0) drawLegend(pen, legend, size.width, theme);
  pen.save();
  pen.translate(EDGE_PX, EDGE_PX + TITLE_PX + (legend.length > 0 ? LEGEND_PX : 0));
  draw(pen, size, theme);
  pen.restore();
  pen.font = `400 11px ${theme.font}`;
  pen.textBaseline = 'top';
  pen.textAlign = 'left';
  pen.fillStyle = theme.mute;
  pen.fillText(fitText(pen, about, size.width), EDGE_PX, height - EDGE_PX - 12);
}

function drawLegend(
  pen: Pen,
  legend: readonly PictureLine[],
  width: number,
  theme: ChartTheme,
): void {
  const y = EDGE_PX + TITLE_PX;
  const room = width / legend.length - SWATCH_PX - 20;
  let x = EDGE_PX;
  pen.font = `400 11px ${theme.font}`;
  pen.textBaseline = 'middle';
  for (const { label, color } of legend) {
    pen.fillStyle = theme.color(color);
    pen.fillRect(x, y - 1.5, SWATCH_PX, 3);
    const shown = fitText(pen, label, room);
    pen.fillStyle = theme.text;
    pen.fillText(shown, x + SWATCH_PX + 6, y);
    x += SWATCH_PX + 6 + pen.measureText(shown).width + 16;
  }
}
