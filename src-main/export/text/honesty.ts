import type { Honesty, MachineNoise } from '../../contract/index.js';
import { amount } from './amount.js';

/** What a careful reader asks about the instrument: the floor, the lab's own share, the clock, the machine meanwhile. */
export function honestySentences(honesty: Honesty): string[] {
  const {
    floors,
    overhead,
    timerResolutionMs,
    samplerPercent,
    unseen = [],
    before,
    during,
  } = honesty;
  return [
    ...[...floors, ...(overhead === undefined ? [] : [overhead])].map(
      ({ title, median, unit, ci95 }) =>
        `${title}: ${amount(median, unit)}, 95 % interval ${amount(ci95[0], unit)} – ${amount(ci95[1], unit)}.`,
    ),
    `The smallest step of the clock: ${(timerResolutionMs * 1e6).toFixed(0)} ns.`,
    ...(samplerPercent === undefined
      ? []
      : [`The lab itself, sampling included: ${samplerPercent.toFixed(1)} % of one core.`]),
    ...unseen,
    `The machine before: ${noiseWords(before)}; during: ${noiseWords(during)}.`,
  ];
}

function noiseWords({ load1, busyPercent, stealPercent, frequencyMHz }: MachineNoise): string {
  return [
    `load ${load1.toFixed(2)}`,
    busyPercent === undefined ? '' : `${busyPercent.toFixed(0)} % busy`,
    stealPercent === undefined ? '' : `${stealPercent.toFixed(1)} % stolen`,
    frequencyMHz === undefined ? '' : `${frequencyMHz.toFixed(0)} MHz`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}
