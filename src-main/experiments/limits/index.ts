import type {
  ContenderResult,
  DroppedContender,
  Measure,
  RuntimeInfo,
  Warning,
} from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { beginResult } from '../results/begin-result.js';
import { contenderOf } from '../results/contender.js';
import { measureOf } from '../results/summary.js';
import { collectTrials } from '../trials/collect.js';
import type { Collected } from '../trials/collect.js';
import { CPUS } from './cpus.js';
import type { AskedLimits, Beside, LimitCase } from './limit-case.js';
import { MEMORY } from './memory-limit.js';
import { PIDS } from './pids.js';
import { limitsTable, whyNot } from './table.js';
import type { LimitRow, Met } from './table.js';
import { FUEL, TIME } from './time-and-fuel.js';

const CASES: readonly LimitCase[] = [TIME, FUEL, MEMORY, CPUS, PIDS];

const DEFAULTS: AskedLimits = {
  timeoutMs: 1000,
  fuel: 100_000_000,
  memoryBytes: 64 * 1024 ** 2,
  cpus: 0.5,
  pids: 8,
};

const METHOD = [
  'Wall time: the twin spin, which never ends by itself, and how long after the limit its end was seen; the limit counts from the request.',
  'Fuel: the same under a budget. Each engine counts in a unit of its own, so only how and when it ended is told. How much of it a program uses that ends by itself no runtime tells apart from the output: Wasmtime’s command line says nothing of it, WasmEdge writes it to the guest’s own stdout, and V8 cannot count.',
  'Memory: the twin grow to twice the limit in steps of 256 KiB, each written to; what it had said it held when it was refused or killed.',
  'CPU: spin for one second; CPU time by wall time in its last 0.9 s.',
  'Throttled: the periods of the quota in which it ran out, and how long the loop was kept from running, in the same part (cpu.stat of its cgroup). A loop of one thread uses up a quota below one core in every period, and then waits for the rest of it; where others keep the cores busy it waits for these as well, which is no throttling.',
  'Processes: as many at once as the limit lets be made, the first one included. A module of WASI preview 1 has no call for it.',
  'Every limit is tried alone, each runtime and limit a contender of its own, interleaved; a limit that a runtime cannot hold is not run but said.',
];

/** What each limit does: how late, how exact, and who holds it. */
export const limits: Experiment<'limits'> = async (context) => {
  const { plan, runtimes } = context;
  const asked = { ...DEFAULTS, ...plan.limits };
  const resultOf = beginResult(context);
  const lanes = new Map(runtimes.flatMap((info) => lanesOf(info)));
  return await collectTrials<Met, 'limits'>(context, {
    contenders: [...lanes.keys()],
    measure: (lane) => meet(lanes.get(lane), asked, context),
    numberOf: ({ value }) => value,
    resultOf: (collected) => {
      const rows = runtimes.map((info) => CASES.map((one) => rowOf(info, one, collected)));
      return resultOf({
        method: METHOD,
        contenders: rows.flatMap((own) => contendersOf(own, collected)),
        dropped: rows.flatMap((own) => droppedOf(own, collected)),
        // How late one is by how late another is says nothing: both may be next to nothing.
        ratios: [],
        tables: [limitsTable(rows.flat(), asked)],
        warnings: rows.flat().flatMap(notSeen),
        trials: collected.trials,
        isSampled: true,
        overheadsMs: rows.flat().flatMap(({ met }) => met.map(({ overheadMs }) => overheadMs)),
      });
    },
  });
};

interface Lane {
  info: RuntimeInfo;
  one: LimitCase;
}

const laneId = (info: RuntimeInfo, { limit }: LimitCase): string => `${info.id} ${limit}`;

function lanesOf(info: RuntimeInfo): [string, Lane][] {
  return CASES.filter(({ limit }) => whyNot(info, limit) === undefined).map((one) => [
    laneId(info, one),
    { info, one },
  ]);
}

async function meet(
  lane: Lane | undefined,
  asked: AskedLimits,
  { plan, runHeard }: ExperimentContext<'limits'>,
): Promise<Met> {
  if (lane === undefined) throw new RangeError('no such lane');
  const { info, one } = lane;
  const beganMs = monotonicMs();
  const { record, heard } = await runHeard({
    runtime: info.id,
    ...one.ask(asked),
    ...(plan.grants === undefined ? {} : { grants: plan.grants }),
  });
  const overheadMs = monotonicMs() - beganMs - record.durationMs;
  return {
    value: one.see(record, heard, asked),
    besides: one.besides?.(record, asked) ?? [],
    ended: record.outcome.kind,
    enforcer: record.enforcedBy[one.limit] ?? 'nobody',
    overheadMs,
  };
}

function rowOf(info: RuntimeInfo, one: LimitCase, { values, trials }: Collected<Met>): LimitRow {
  const id = laneId(info, one);
  const problem = trials.dropped.find(({ runtime }) => runtime === id)?.why;
  return { info, one, met: values.get(id) ?? [], ...(problem === undefined ? {} : { problem }) };
}

type Rows = readonly LimitRow[];

function contendersOf(rows: Rows, { trials }: Collected<Met>): ContenderResult[] {
  const measures = rows.flatMap(({ one: { measure }, met }) => {
    const values = met.map(({ value, besides }) => [{ ...measure, value }, ...besides]);
    return measuresOf(values.flat());
  });
  const failures = rows.flatMap(({ info, one }) => trials.failures.get(laneId(info, one)) ?? []);
  return rows.slice(0, 1).flatMap(({ info }) => contenderOf(info, measures, failures));
}

function measuresOf(all: readonly Beside[]): Measure[] {
  return [...new Set(all.map(({ id }) => id))].flatMap((wanted) => {
    const own = all.filter(({ id }) => id === wanted);
    const [first] = own;
    if (first === undefined) return [];
    const { id, title, unit } = first;
    return (
      measureOf(
        id,
        title,
        unit,
        own.map(({ value }) => value),
      ) ?? []
    );
  });
}

/** A runtime in which no limit could be tried; where only one could not be, the others count. */
function droppedOf(rows: Rows, { trials }: Collected<Met>): DroppedContender[] {
  const [first] = rows.filter(({ problem }) => problem !== undefined);
  if (first?.problem === undefined || rows.some(({ met }) => met.length > 0)) return [];
  const { info, one, problem } = first;
  return [
    { runtime: info.id, why: problem, failures: trials.failures.get(laneId(info, one)) ?? [] },
  ];
}

function notSeen({ info, one, problem }: LimitRow): Warning[] {
  if (problem === undefined) return [];
  return [
    {
      code: 'limit-not-seen',
      message: `The ${one.limit} limit of ${info.id} could not be seen: ${problem}`,
      hint: 'Run it alone with `paralelo run` and that limit to see what it does.',
    },
  ];
}
