import type { Honesty, MachineNoise, Measure } from '../../../src-main/contract/index.js';
import { said, t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatPercent, withMark } from '../../text/format.js';
import { fineTime, intervalText, valueText } from './words.js';

export interface HonestyRow {
  term: string;
  value: string;
  /** What it means for the numbers. */
  says: string;
}

const UNKNOWN: Words = 'not told here';

/** What a careful reader asks about the instrument, as lines. */
export function honestyRows(honesty: Honesty): HonestyRow[] {
  const { floors, overhead, timerResolutionMs, samplerPercent, unseen = [] } = honesty;
  return [
    ...floors.map((floor) => measured(floor, t('An empty start: no contender can be faster.'))),
    ...(overhead === undefined
      ? []
      : [measured(overhead, t('Spent by the lab in each run, outside the contender.'))]),
    {
      term: t('Timer resolution'),
      value: fineTime(timerResolutionMs),
      says: t('The smallest step of the clock that was seen.'),
    },
    {
      term: t('Sampling'),
      value: samplerPercent === undefined ? t('none|feminine') : formatPercent(samplerPercent),
      says:
        samplerPercent === undefined
          ? t('Nothing was sampled during a run.')
          : t('Of one core, while the runs were measured.'),
    },
    ...unseen.map((why) => ({ term: t('Not seen'), value: '', says: said(why) })),
  ];
}

function measured({ title, median, unit, ci95 }: Measure, says: string): HonestyRow {
  return {
    term: said(title),
    value: `${valueText(median, unit)} (${intervalText(ci95, unit)})`,
    says,
  };
}

export interface NoiseRow {
  term: string;
  before: string;
  during: string;
}

/** What the machine did besides. */
export function noiseRows({ before, during }: Pick<Honesty, 'before' | 'during'>): NoiseRow[] {
  const row = (term: Words, text: (noise: MachineNoise) => string): NoiseRow => ({
    term: t(term),
    before: text(before),
    during: text(during),
  });
  const percent = (value: number | undefined): string =>
    value === undefined ? t(UNKNOWN) : formatPercent(value);
  return [
    row('Load of the last minute', ({ load1 }) => withMark(load1.toFixed(2))),
    row('Cores busy', ({ busyPercent }) => percent(busyPercent)),
    row('Stolen by a hypervisor', ({ stealPercent }) => percent(stealPercent)),
    row('Clock of the cores', ({ frequencyMHz }) =>
      frequencyMHz === undefined ? t(UNKNOWN) : `${frequencyMHz.toFixed(0)} MHz`,
    ),
  ];
}
