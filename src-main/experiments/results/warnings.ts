import type { ContenderResult, Environment, MachineNoise, Warning } from '../../contract/index.js';
import { LEAST_FOR_INTERVAL } from '../statistics/index.js';

const FEW_RUNS = 20;
const MOST_OUTLIERS = 0.1;
/** Of one core beside the contender, which is one thread at a time. */
const MOST_STEAL_PERCENT = 1;

export interface WarningsQuery {
  contenders: readonly ContenderResult[];
  before: MachineNoise;
  during: MachineNoise;
}

/** Doubt that a reader of these numbers should have, and what to do about it. */
export function warningsOf(query: WarningsQuery, { cores }: Environment): Warning[] {
  return [...aboutValues(query.contenders), ...aboutNoise(query, cores)];
}

function aboutValues(contenders: readonly ContenderResult[]): Warning[] {
  const none = contenders.filter(({ n }) => n < LEAST_FOR_INTERVAL);
  const few = contenders.filter(({ n }) => n >= LEAST_FOR_INTERVAL && n < FEW_RUNS);
  const wide = contenders.filter(({ n, outliers }) => outliers.length > MOST_OUTLIERS * n);
  return [
    ...(none.length === 0
      ? []
      : [
          {
            code: 'no-interval',
            message: `Fewer than ${String(LEAST_FOR_INTERVAL)} runs of ${list(none)}: their intervals cover less than 95 %, and p5 and p95 say little.`,
            hint: `Give it ${String(LEAST_FOR_INTERVAL)} runs at least.`,
          },
        ]),
    ...(few.length === 0
      ? []
      : [
          {
            code: 'few-runs',
            message: `Fewer than ${String(FEW_RUNS)} runs of ${list(few)}: p5 and p95 say little.`,
            hint: 'Give it more runs.',
          },
        ]),
    ...(wide.length === 0
      ? []
      : [
          {
            code: 'many-outliers',
            message: `More than a tenth of the values stand apart: ${list(wide)}.`,
            hint: 'Look at the raw values: there may be two ways in which it goes, or another program was busy.',
          },
        ]),
  ];
}

function aboutNoise({ before, during }: WarningsQuery, cores: number): Warning[] {
  const warnings: Warning[] = [];
  if (before.load1 > cores / 2) {
    warnings.push({
      code: 'busy-machine',
      message: `The machine was busy before it began: load ${before.load1.toFixed(1)} on ${String(cores)} cores.`,
      hint: 'Close what else runs, and measure again; ratios suffer less than times.',
    });
  }
  if ((during.stealPercent ?? 0) > MOST_STEAL_PERCENT) {
    warnings.push({
      code: 'stolen-time',
      message: `The hypervisor gave ${(during.stealPercent ?? 0).toFixed(1)} % of the time to others.`,
      hint: 'Measure on a machine of its own, or trust the ratios more than the times.',
    });
  }
  return warnings;
}

function list(contenders: readonly ContenderResult[]): string {
  return contenders.map(({ runtime }) => runtime).join(', ');
}
