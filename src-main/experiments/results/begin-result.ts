import type {
  ContenderResult,
  ExperimentName,
  ExperimentResult,
  Honesty,
} from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { ExperimentContext } from '../experiment.js';
import { honestyOf } from '../honesty/honesty.js';
import type { HonestyQuery } from '../honesty/honesty.js';
import { noiseNow, watchNoise } from '../honesty/noise.js';
import { watchOwnCpu } from '../honesty/own-cpu.js';
import type { TrialsSoFar } from '../trials/collect.js';
import { warningsOf } from './warnings.js';

/** What the experiment itself has to say; the rest of a result is the same for all. */
export interface Found
  extends
    Pick<ExperimentResult, 'method' | 'contenders' | 'ratios'>,
    Partial<Pick<ExperimentResult, 'curves' | 'tables' | 'findings' | 'warnings' | 'dropped'>>,
    Partial<Pick<HonestyQuery, 'floorsMs' | 'overheadsMs' | 'unseen'>> {
  trials: TrialsSoFar;
  /** Whether guests were sampled while they were measured. */
  isSampled?: boolean;
}

/** Begins to watch the clock and the machine. The returned function makes the result as of now, at any time. */
export function beginResult<Name extends ExperimentName>({
  plan,
  environment,
  earlier,
}: Pick<ExperimentContext<Name>, 'plan' | 'environment' | 'earlier'>): (
  found: Found,
) => ExperimentResult {
  const began = { atIso: new Date().toISOString(), ms: monotonicMs() };
  const then = earlier?.result;
  const before = then?.honesty.before ?? noiseNow();
  const [noise, ownCpuPercent] = [watchNoise(), watchOwnCpu()];
  return ({ trials, isSampled = false, ...found }) => {
    const during = then?.honesty.during ?? noise();
    const { contenders, floorsMs = [], overheadsMs = [], unseen = [] } = found;
    return {
      experiment: plan.experiment,
      plan,
      method: found.method,
      contenders: inTheirOrder(contenders, trials.order),
      dropped: found.dropped ?? trials.dropped,
      ratios: found.ratios,
      curves: found.curves ?? [],
      tables: found.tables ?? [],
      findings: found.findings ?? [],
      warnings: [
        ...trials.warnings,
        ...(found.warnings ?? []),
        ...warningsOf({ contenders, before, during }, environment),
      ],
      honesty: {
        ...honestyOf({ floorsMs, overheadsMs, unseen, before, during }),
        ...(isSampled ? { samplerPercent: ownCpuPercent() } : {}),
        ...(then === undefined ? {} : seenOf(then.honesty)),
      },
      environment,
      startedAtIso: then?.startedAtIso ?? began.atIso,
      durationMs: then?.durationMs ?? monotonicMs() - began.ms,
      isPartial: trials.isPartial,
    };
  };
}

/** Of the process that measured, not of this one. */
function seenOf({ timerResolutionMs, samplerPercent }: Honesty): Partial<Honesty> {
  return { timerResolutionMs, ...(samplerPercent === undefined ? {} : { samplerPercent }) };
}

/** Only where each value is that of one run. */
function inTheirOrder(
  contenders: readonly ContenderResult[],
  orders: ReadonlyMap<string, readonly number[]>,
): ContenderResult[] {
  return contenders.map((contender) => {
    const order = orders.get(contender.runtime);
    return order?.length === contender.raw.length ? { ...contender, order: [...order] } : contender;
  });
}
