import type { Honesty, MachineNoise, Measure } from '../../../src-main/contract/index.js';
import { said, t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatPercent, withMark } from '../../text/format.js';
import { fineTime, valueText, withInterval } from './words.js';

export interface HonestyRow {
  term: string;
  value: string;
  /** Words in place of a number. */
  isText?: boolean;
  /** What it means for the numbers. */
  says: string;
}

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
      isText: samplerPercent === undefined,
      says:
        samplerPercent === undefined
          ? t('Nothing was sampled during a run.')
          : t('Of one core, while the runs were measured.'),
    },
    ...unseen.map((why) => ({ term: t('Not seen'), value: '', isText: true, says: said(why) })),
  ];
}

function measured({ title, median, unit, ci95 }: Measure, says: string): HonestyRow {
  return {
    term: said(title),
    value: withInterval(valueText(median, unit), ci95, unit),
    says,
  };
}

export interface NoiseRow {
  term: string;
  /** Undefined where it is not told. */
  before: string | undefined;
  during: string | undefined;
}

/** What the machine did besides. */
export function noiseRows({ before, during }: Pick<Honesty, 'before' | 'during'>): NoiseRow[] {
  const row = (term: Words, text: (noise: MachineNoise) => string | undefined): NoiseRow => ({
    term: t(term),
    before: text(before),
    during: text(during),
  });
  const percent = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : formatPercent(value);
  return [
    row('Load of the last minute', ({ load1 }) => withMark(load1.toFixed(2))),
    row('Cores busy', ({ busyPercent }) => percent(busyPercent)),
    row('Stolen by a hypervisor', ({ stealPercent }) => percent(stealPercent)),
    row('Clock of the cores', ({ frequencyMHz }) =>
      frequencyMHz === undefined ? undefined : `${frequencyMHz.toFixed(0)} MHz`,
    ),
  ];
}
