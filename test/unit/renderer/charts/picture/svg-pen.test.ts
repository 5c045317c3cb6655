import { describe, expect, it } from 'vitest';
import { SvgPen } from '../../../../../src-renderer/charts/picture/svg-pen.js';

/** A tenth of an em a letter. */
const measure = (text: string): TextMetrics => ({ width: text.length * 6 }) as TextMetrics;
const made = (draw: (pen: SvgPen) => void, title = 'T'): Document => {
  const pen = new SvgPen(measure);
  draw(pen);
  return new DOMParser().parseFromString(
    pen.toSvg({ width: 100, height: 50 }, title, 'D'),
    'image/svg+xml',
  );
};

describe('a drawing that is written down as SVG', () => {
  it('has lines as paths, where the pen was moved to, and as it was then', () => {
    const svg = made((pen) => {
      pen.save();
      pen.translate(10, 5);
      pen.strokeStyle = '#123456';
      pen.lineWidth = 1.75;
      pen.setLineDash([6, 4]);
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(20.333, 1);
      pen.stroke();
      pen.restore();
      pen.beginPath();
      pen.moveTo(1, 2);
      pen.lineTo(3, 4);
      pen.stroke();
    });
    const [first, second] = [...svg.querySelectorAll('path')];
    expect(first?.getAttribute('d')).toBe('M10 5L30.33 6');
    expect(first?.getAttribute('stroke')).toBe('#123456');
    expect(first?.getAttribute('stroke-dasharray')).toBe('6 4');
    expect(second?.getAttribute('d')).toBe('M1 2L3 4');
    expect(second?.getAttribute('stroke-dasharray')).toBeNull();
    expect(second?.getAttribute('stroke-width')).toBe('1');
  });

  it('has text as text, in its font and place, whatever it says', () => {
    const svg = made((pen) => {
      pen.font = '500 11px "Inter Variable", sans-serif';
      pen.textAlign = 'right';
      pen.textBaseline = 'middle';
      pen.fillText('<script>&"\u0000', 50, 20);
    }, 'a < b');
    const text = svg.querySelector('text');
    expect(svg.querySelector('script')).toBeNull();
    expect(text?.textContent).toBe('<script>&"');
    expect(text?.getAttribute('text-anchor')).toBe('end');
    expect(text?.getAttribute('font-size')).toBe('11');
    expect(text?.getAttribute('font-family')).toBe('"Inter Variable", sans-serif');
    expect(Number(text?.getAttribute('y'))).toBeCloseTo(23.85);
    expect(svg.querySelector('title')?.textContent).toBe('a < b');
  });

  it('is cut where the pen was told to, until it was told otherwise', () => {
    const svg = made((pen) => {
      pen.save();
      pen.beginPath();
      pen.rect(1, 2, 10, 20);
      pen.clip();
      pen.fillRect(0, 0, 100, 100);
      pen.restore();
      pen.globalAlpha = 0.5;
      pen.fillRect(0, 0, 5, 5);
    });
    const [cut, whole] = [...svg.querySelectorAll('rect')];
    expect(svg.querySelector('clipPath path')?.getAttribute('d')).toBe('M1 2L11 2L11 22L1 22Z');
    expect(cut?.getAttribute('clip-path')).toBe('url(#clip1)');
    expect(whole?.getAttribute('clip-path')).toBeNull();
    expect(whole?.getAttribute('opacity')).toBe('0.5');
  });
});
