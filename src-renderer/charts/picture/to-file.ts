import { saveFile } from '../../text/save-file.js';
import type { ChartTheme } from '../types.js';
import { drawPicture, pictureSize } from './picture.js';
import type { Picture } from './picture.js';
import { SvgPen } from './svg-pen.js';

/** Of a PNG: twice the pixels, as printers and finer screens want them. */
const PNG_RATIO = 2;

export function svgOf(picture: Picture, theme: ChartTheme): string {
  const pen = new SvgPen(measureText);
  drawPicture(pen, picture, theme);
  return pen.toSvg(pictureSize(picture), `${picture.title}, ${picture.subtitle}`, picture.summary);
}

export function saveSvg(name: string, picture: Picture, theme: ChartTheme): void {
  saveFile(`${name}.svg`, svgOf(picture, theme), 'image/svg+xml');
}

/** Resolves when it was handed over; false where the page can draw none, which a browser may forbid. */
export async function savePng(name: string, picture: Picture, theme: ChartTheme): Promise<boolean> {
  const { width, height } = pictureSize(picture);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * PNG_RATIO);
  canvas.height = Math.round(height * PNG_RATIO);
  const pen = canvas.getContext('2d');
  if (pen === null) return false;
  pen.scale(PNG_RATIO, PNG_RATIO);
  drawPicture(pen, picture, theme);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) return false;
  saveFile(`${name}.png`, blob, 'image/png');
  return true;
}

let measuring: CanvasRenderingContext2D | null | undefined;

function measureText(text: string, font: string): TextMetrics {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null) return { width: 0 } as TextMetrics;
  measuring.font = font;
  return measuring.measureText(text);
}
