import type { PresetFigure, PresetResult, PresetVerdict } from '../../contract/index.js';
import { ABOUT } from './preset.js';
import type { Ours, Preset, Published, Results } from './preset.js';

/** A preset's figures beside ours. It agrees where every figure that can be compared does. */
export function comparePreset(preset: Preset, results: Results): PresetResult {
  const { id, source, theirs, ours, differences, notComparable } = preset;
  const figures =
    notComparable === undefined
      ? preset.figures.map((figure) => compareFigure(figure, results))
      : [{ what: 'all of it', theirs, verdict: 'not-comparable' as const, why: notComparable }];
  return {
    ...{ id, source, theirs },
    ...(ours === undefined ? {} : { ours }),
    differences: [...differences],
    figures,
    verdict: verdictOf(figures),
  };
}

function compareFigure(figure: Published, results: Results): PresetFigure {
  const { what, words, ratio, factor = ABOUT } = figure;
  const found = figure.ours(results);
  const theirs = `${words} (${short(ratio)}x)`;
  if ('missing' in found) return { what, theirs, verdict: 'not-comparable', why: found.missing };
  const { value, ci95, of } = found;
  const agrees = isWithin(found, ratio / factor, ratio * factor);
  const ours =
    ci95[0] === ci95[1]
      ? `${short(value)}x, ${of}`
      : `${short(value)}x, 95 % interval ${short(ci95[0])} to ${short(ci95[1])}, ${of}`;
  const range = `${short(ratio / factor)} to ${short(ratio * factor)}`;
  return {
    ...{ what, theirs, ours },
    verdict: agrees ? 'agrees' : 'deviates',
    why: agrees
      ? `Ours reaches into ${range}: within a factor of ${String(factor)}.`
      : `Ours is ${value < ratio ? 'less' : 'more'} than a factor of ${String(factor)} allows (${range}).`,
  };
}

/** By its interval: what is not known better than that is not held against it. */
function isWithin({ ci95: [low, high] }: Ours, least: number, most: number): boolean {
  return high >= least && low <= most;
}

function verdictOf(figures: readonly PresetFigure[]): PresetVerdict {
  const compared = figures.filter(({ verdict }) => verdict !== 'not-comparable');
  if (compared.length === 0) return 'not-comparable';
  return compared.every(({ verdict }) => verdict === 'agrees') ? 'agrees' : 'deviates';
}

/** Three figures. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
