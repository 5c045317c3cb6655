import type { Environment, TrendRecord } from '../../../../src-main/contract/index.js';

export const PLACE: Environment = {
  ...{ kernel: '6.1.0-28', cpu: 'A CPU', cores: 2, memoryBytes: 8 * 1024 ** 3 },
  ...{ os: 'Debian 12', arch: 'x64', labVersion: '0.1.0', engine: 'docker', engineVersion: '29.1' },
};

/** An experiment on that day of March with these medians, each of a runtime in a version. */
export function onDay(
  day: number,
  medians: Record<string, number>,
  more: Partial<Environment> = {},
  versions: Record<string, string> = {},
): TrendRecord {
  return {
    ...{ id: `e-${String(day)}`, outcome: 'complete' },
    atIso: new Date(Date.UTC(2026, 2, day)).toISOString(),
    measures: [{ id: 'total', title: 'From the request to the end', unit: 'ms' }],
    contenders: Object.entries(medians).map(([runtime, median]) => ({
      ...{ runtime, version: versions[runtime] ?? '1.0' },
      values: [{ id: 'total', n: 30, median, ci95: [median - 1, median + 1] }],
    })),
    environment: { ...PLACE, ...more },
  };
}
