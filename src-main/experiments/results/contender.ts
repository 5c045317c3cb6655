import type { ContenderResult, Measure, RuntimeInfo, TrialFailure } from '../../contract/index.js';
import { figuresOf } from './figures.js';

/** Empty without a measure; the first one is that which contenders are compared by. */
export function contenderOf(
  { id, name, mode, kind, version }: RuntimeInfo,
  measures: Measure[],
  failures: TrialFailure[],
): ContenderResult[] {
  const [first] = measures;
  if (first === undefined) return [];
  return [
    {
      runtime: id,
      title: mode === undefined ? name : `${name}, ${mode}`,
      kind,
      ...(version === undefined ? {} : { version }),
      ...figuresOf(first),
      measures,
      failures,
    },
  ];
}
