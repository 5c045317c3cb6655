import type { Pen } from '../pen.js';

type Style = Pick<
  Pen,
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** What `save` keeps and `restore` brings back. */
interface State extends Style {
  x: number;
  y: number;
  dash: readonly number[];
  clipId: string | undefined;
}

/** From where a text is placed to its baseline, as shares of its size: readers of SVG do not agree on `dominant-baseline`. */
const BASELINES: Partial<Record<CanvasTextBaseline, number>> = { top: 0.88, middle: 0.35 };
const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { right: 'end', center: 'middle' };

/** Writes down as SVG elements what is drawn with it: lines stay lines, and text stays text. */
export class SvgPen implements Pen {
  strokeStyle: Pen['strokeStyle'] = '#000';
  fillStyle: Pen['fillStyle'] = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly #elements: string[] = [];
  readonly #clips: string[] = [];
  readonly #kept: State[] = [];
  #x = 0;
  #y = 0;
  #dash: readonly number[] = [];
  #clipId: string | undefined;
  #path = '';

  /** `measure`: the width of a text in a font, in pixels; a canvas knows it. */
  constructor(private readonly measure: (text: string, font: string) => TextMetrics) {}

  /** The whole document; `title` and `description` are for those who cannot see it. */
  toSvg(size: { width: number; height: number }, title: string, description: string): string {
    const [width, height] = [text(size.width), text(size.height)];
    const clips = this.#clips.length === 0 ? '' : `<defs>${this.#clips.join('')}</defs>\n`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
      `<title id="title">${escaped(title)}</title>`,
      `<desc id="desc">${escaped(description)}</desc>`,
      `${clips}${this.#elements.join('\n')}`,
      '</svg>\n',
    ].join('\n');
  }

  save(): void {
    const { strokeStyle, fillStyle, lineWidth, lineJoin, globalAlpha } = this;
    const { font, textAlign, textBaseline } = this;
    this.#kept.push({
      ...{
        strokeStyle,
        fillStyle,
        lineWidth,
        lineJoin,
        globalAlpha,
        font,
        textAlign,
        textBaseline,
      },
      ...{ x: this.#x, y: this.#y, dash: this.#dash, clipId: this.#clipId },
    });
  }

  restore(): void {
    const kept = this.#kept.pop();
    if (kept === undefined) return;
    const { x, y, dash, clipId, ...style } = kept;
    Object.assign(this, style);
    [this.#x, this.#y, this.#dash, this.#clipId] = [x, y, dash, clipId];
  }

  translate(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
  }

  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = '';
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${this.#at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === '' ? 'M' : 'L'}${this.#at(x, y)}`;
  }

  closePath(): void {
    this.#path += 'Z';
  }

  /** A whole circle: nothing here draws a part of one. */
  arc(x: number, y: number, radius: number): void {
    const half = `A${text(radius)} ${text(radius)} 0 1 1 `;
    const [right, left] = [this.#at(x + radius, y), this.#at(x - radius, y)];
    this.#path += `M${right}${half}${left}${half}${right}Z`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    const right = x + width;
    const bottom = y + height;
    this.#path += `M${this.#at(x, y)}L${this.#at(right, y)}L${this.#at(right, bottom)}L${this.#at(x, bottom)}Z`;
  }

  clip(): void {
    const id = `clip${String(this.#clips.length + 1)}`;
    this.#clips.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath>`);
    this.#clipId = id;
  }

  stroke(): void {
    const { strokeStyle, lineWidth, lineJoin } = this;
    this.#add(`<path d="${this.#path}" fill="none"`, {
      stroke: colour(strokeStyle),
      'stroke-width': text(lineWidth),
      'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
      'stroke-dasharray': this.#dash.length === 0 ? undefined : this.#dash.join(' '),
    });
  }

  fill(): void {
    this.#add(`<path d="${this.#path}"`, { fill: colour(this.fillStyle) });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const place = { x: text(x + this.#x), y: text(y + this.#y) };
    const size = { width: text(width), height: text(height) };
    this.#add('<rect', { ...place, ...size, fill: colour(this.fillStyle) });
  }

  fillText(words: string, x: number, y: number): void {
    const { font, fillStyle, textAlign, textBaseline } = this;
    const { weight, px, family } = fontOf(font);
    const baseline = y + this.#y + (BASELINES[textBaseline] ?? 0) * px;
    this.#add(
      '<text',
      {
        ...{ x: text(x + this.#x), y: text(baseline), fill: colour(fillStyle) },
        ...{ 'font-size': String(px), 'font-weight': weight, 'font-family': family },
        'text-anchor': ANCHORS[textAlign],
      },
      words,
    );
  }

  measureText(words: string): TextMetrics {
    return this.measure(words, this.font);
  }

  #at(x: number, y: number): string {
    return `${text(x + this.#x)} ${text(y + this.#y)}`;
  }

  #add(begin: string, attributes: Record<string, string | undefined>, content?: string): void {
    const { globalAlpha } = this;
    const clipId = this.#clipId;
    const all: Record<string, string | undefined> = {
      ...attributes,
      opacity: globalAlpha === 1 ? undefined : text(globalAlpha),
      'clip-path': clipId === undefined ? undefined : `url(#${clipId})`,
    };
    const written = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escaped(value)}"`],
    );
    const end = content === undefined ? '/>' : `>${escaped(content)}</text>`;
    this.#elements.push(begin + written.join('') + end);
  }
}

/** Two decimals: a hundredth of a pixel is seen by nobody. */
function text(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function colour(style: Pen['fillStyle']): string {
  return typeof style === 'string' ? style : '#000';
}

/** `500 11px Inter, sans-serif`, the only form in which fonts are given here. */
function fontOf(font: string): { weight: string; px: number; family: string } {
  const [, weight = '400', px = '10', family = 'sans-serif'] =
    /^(\d+) ([\d.]+)px (.+)$/.exec(font) ?? [];
  return { weight, px: Number(px), family };
}

/** What a name may hold beyond what XML allows is left out. */
function escaped(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
