import type { ContenderResult, Measure, RunRecord, RunRequestInput } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { judge } from '../program/judge.js';
import { PrintedShelf } from '../program/printed.js';
import type { Seen } from '../program/printed.js';
import { allFailed, slowIgnore } from '../program/words.js';
import { workloadFor } from '../program/workload.js';
import { beginResult } from '../results/begin-result.js';
import { contenderOf } from '../results/contender.js';
import { measureOf } from '../results/summary.js';
import { collectTrials } from '../trials/collect.js';
import { lookAt } from './facts.js';
import type { Facts } from './facts.js';
import { findingsOf } from './findings.js';
import { outputsTable } from './outputs-table.js';
import { platformsTable } from './platforms-table.js';
import { sizesTable } from './sizes-table.js';
import { usedColumns } from './used-columns.js';

/** What it prints depends on every step that it computes. */
const TWIN = { kind: 'twin', ref: 'sum', args: ['--n', '1000000'] } as const;

const METHOD = [
  'Every Wasm runtime gets the same file, every container of an engine the same image; each contender’s stdout is compared byte for byte with that of the first contender, and its exit code with that one’s. stderr is not compared.',
  'Determinism: each contender’s runs are compared with each other by the SHA-256 of all they printed. The fuel used is not covered: a run’s record has none.',
  'What `ignore` matches is taken out of both outputs before they are compared; of an output beyond 1 MiB nothing is taken out, and it is compared by its SHA-256.',
  'An image’s size is the Size of its inspect, which each engine counts in its own way; unique is Size less SharedSize of /system/df; layers are those of inspect’s RootFS, their sizes those of its history that are not 0. Compressed is the whole archive of `docker save` by gzip at its default level, for images up to 512 MiB: about what a push sends.',
  'A module’s size is that of its file; stripped is without all custom sections, validated and run once; compressed is the whole file by gzip level 9 and Brotli quality 11.',
  'Another architecture: the same twin’s image for one that the engine does not run by itself, asked for by the engine’s platform option and run once. A program of your own is not built anew, so it has none.',
];

interface Value {
  seen: Seen;
  durationMs: number;
  overheadMs: number;
}

/** Whether one program prints the same everywhere, on what it runs, and how large it is. */
export const portability: Experiment<'portability'> = async (context) => {
  const { plan, runtimes } = context;
  const resultOf = beginResult(context);
  const shelf = new PrintedShelf(plan.program?.ignore);
  const requestFor = (runtime: string) => requestIn(runtime, context);
  const facts = await context.noted(() => lookAt(context, requestFor, shelf));
  return await collectTrials<Value, 'portability'>(context, {
    contenders: plan.runtimes,
    measure: (runtime) => runIn(requestFor(runtime), context, { shelf, facts }),
    numberOf: ({ durationMs }) => durationMs,
    resultOf: ({ values, trials }) => {
      const of = (id: string) => values.get(id) ?? [];
      const seen = plan.runtimes.map((id) => ({
        runtime: id,
        seen: of(id).map((value) => value.seen),
      }));
      const judged = judge(seen, shelf.gaveUp);
      const contenders: ContenderResult[] = runtimes.flatMap((info) =>
        contenderOf(info, measuresOf(of(info.id)), trials.failures.get(info.id) ?? []),
      );
      return resultOf({
        method: METHOD,
        contenders,
        ratios: [],
        tables: [outputsTable(judged), sizesTable(facts), platformsTable(runtimes, facts)].map(
          usedColumns,
        ),
        findings: findingsOf({ runtimes, facts, judged, asPrinted: shelf.gaveUp }),
        warnings: [...facts.warnings, ...allFailed(judged), ...slowIgnore(shelf.gaveUp)],
        trials,
        overheadsMs: [...values.values()].flat().map(({ overheadMs }) => overheadMs),
      });
    },
  });
};

type Context = ExperimentContext<'portability'>;

function requestIn(runtime: string, { plan }: Context): RunRequestInput {
  return {
    runtime,
    workload: workloadFor(runtime, plan.program, { ...TWIN, args: [...TWIN.args] }),
    limits: plan.limits,
    ...(plan.grants === undefined ? {} : { grants: plan.grants }),
    unsampled: true,
  };
}

/** How it ended is part of what is compared; only a program that did not begin gives no value. */
async function runIn(
  request: RunRequestInput,
  { runKept }: Context,
  { shelf, facts }: { shelf: PrintedShelf; facts: Facts },
): Promise<Value> {
  const beganMs = monotonicMs();
  const { record, stdout } = await runKept(request);
  const overheadMs = monotonicMs() - beganMs - record.durationMs;
  const { outcome, durationMs } = record;
  if (outcome.kind === 'failed-to-start') throw new Error(outcome.reason);
  checkSameFile(record, facts);
  return { seen: await shelf.put(record, stdout), durationMs, overheadMs };
}

/** Throws where a module was built anew, or a tag moved, while it went on. */
export function checkSameFile({ runtime, workload }: RunRecord, { images, module }: Facts): void {
  const { sha256, digest } = workload;
  const [ran, first] =
    sha256 === undefined
      ? [digest, images.get(runtime)?.facts.id]
      : [sha256, module?.content.sha256];
  if (ran === undefined || first === undefined || ran === first) return;
  throw new Error(`It ran ${ran}, where the first was ${first}: the program changed meanwhile.`);
}

function measuresOf(values: readonly Value[]): Measure[] {
  return [
    measureOf(
      'printed',
      'Bytes on stdout',
      'B',
      values.map(({ seen }) => seen.printed.bytes),
    ),
    measureOf(
      'total',
      'From the request to the end',
      'ms',
      values.map(({ durationMs }) => durationMs),
    ),
  ].filter((measure) => measure !== undefined);
}
