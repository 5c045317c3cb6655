import type { ContenderResult, RuntimeInfo } from '../../contract/index.js';
import { readSpareMemory } from '../../metrics/host/spare-memory.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { beginResult } from '../results/begin-result.js';
import { contenderOf } from '../results/contender.js';
import { ratiosOf } from '../results/ratios.js';
import type { RatioWords } from '../results/ratios.js';
import { remember } from '../results/remember.js';
import { collectTrials } from '../trials/collect.js';
import { SHARED_HOST, contendersOf } from './contenders.js';
import { SeparateCrowd, SharedCrowd } from './crowd.js';
import type { Crowd } from './crowd.js';
import { curvesOf } from './curves.js';
import { DEFINITIONS } from './definitions.js';
import type { Definition } from './definitions.js';
import { gridOf } from './grid.js';
import { climb } from './ladder.js';
import type { Ladder } from './ladder.js';
import { commonDefinition, inOrder, marginalOf, measuresOf } from './measures.js';
import { METHOD } from './method.js';
import { SafetyLine } from './safety-line.js';
import { sentencesOf } from './sentences.js';
import { densityTable } from './table.js';
import { densityWarnings } from './warnings.js';

/** What one more idle instance costs while there are more and more, and how long it takes to start and to end them. */
export const density: Experiment<'density'> = async (context) => {
  const contenders = contendersOf(context.plan, context.runtimes);
  const resultOf = beginResult(context);
  const before = readSpareMemory();
  const measures = remember(measuresOf);
  const curves = remember(curvesOf);
  // A run that is stopped in its middle is no value of a trial, but its steps are what they are.
  const stopped = new Map<string, Ladder>();
  return await collectTrials<Ladder, 'density'>(context, {
    contenders: contenders.map(({ id }) => id),
    measure: async (id) => {
      const ladder = await ladderOf(infoOf(contenders, id), context);
      if (ladder.end.kind === 'stopped') stopped.set(id, ladder);
      return ladder;
    },
    numberOf: (ladder) => DEFINITIONS.flatMap(({ of }) => marginalOf(ladder, of) ?? [])[0] ?? 0,
    resultOf: ({ values, trials }) => {
      const all = contenders.map((info) => {
        const ladders = withStopped(values.get(info.id) ?? [], stopped.get(info.id));
        return { info, runtime: info.id, ladders, measures: measures(ladders) };
      });
      const first = commonDefinition(all.map(({ ladders }) => ladders));
      const results = all.flatMap(({ info, runtime, measures: own }) =>
        contenderOf(info, inOrder(own, first), trials.failures.get(runtime) ?? []),
      );
      return resultOf({
        method: METHOD,
        contenders: results,
        ratios: first === undefined ? [] : ratiosOf(results.filter(isAboveNothing), words(first)),
        curves: all.flatMap(({ runtime, ladders }) =>
          curves(ladders).map((curve) => ({ runtime, ...curve })),
        ),
        tables: [densityTable(all)],
        findings: all.flatMap(sentencesOf),
        warnings: densityWarnings({ all, before, now: readSpareMemory() }),
        trials,
        isSampled: true,
      });
    },
  });
};

async function ladderOf(info: RuntimeInfo, context: ExperimentContext<'density'>): Promise<Ladder> {
  const { plan, signal } = context;
  const { instances, holdBytes, leaveFreeBytes } = plan;
  return await climb(crowdOf(info, context), {
    instances,
    holdBytes,
    grid: gridOf(instances),
    line: new SafetyLine(leaveFreeBytes),
    signal,
  });
}

function crowdOf(info: RuntimeInfo, context: ExperimentContext<'density'>): Crowd {
  return info.id === SHARED_HOST ? new SharedCrowd(context) : new SeparateCrowd(info, context);
}

/** The very list where there is none: what was worked out of it is remembered. */
function withStopped(ladders: readonly Ladder[], stopped: Ladder | undefined): readonly Ladder[] {
  return stopped === undefined ? ladders : [...ladders, stopped];
}

function infoOf(contenders: readonly RuntimeInfo[], id: string): RuntimeInfo {
  const info = contenders.find((one) => one.id === id);
  if (info === undefined) throw new Error(`no contender ${id}`);
  return info;
}

/** A ratio to what cannot be told from nothing is no ratio. */
function isAboveNothing({ ci95 }: ContenderResult): boolean {
  return ci95[0] > 0;
}

function words({ label }: Definition): RatioWords {
  return { does: 'needs', lower: `less memory for one more instance (${label})` };
}
