import { LEAST_GRANTS } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import type { Experiment, ExperimentContext } from '../experiment.js';
import { emptyProcessMs } from '../honesty/floor.js';
import { judge } from '../program/judge.js';
import { PrintedShelf } from '../program/printed.js';
import type { Seen } from '../program/printed.js';
import { outputWarnings } from '../program/words.js';
import { workloadFor } from '../program/workload.js';
import { beginResult } from '../results/begin-result.js';
import { contenderOf } from '../results/contender.js';
import { ratiosOf } from '../results/ratios.js';
import { collectTrials } from '../trials/collect.js';
import { conditionWords, lanesOf } from './lanes.js';
import type { Lane } from './lanes.js';
import { measuresOf } from './measures.js';
import { unseenOf } from './part-measures.js';
import { dropPageCache } from './page-cache.js';
import { startOf } from './start.js';
import type { Start } from './start.js';
import { unpaused } from './unpaused.js';
import { WarmHost } from './warm-host.js';

/** The contender that is no runtime: an empty process, run among the others. */
const FLOOR = 'empty-process';
/** Enough to know it by: of more runs it is among each second, third… only, at equal distances. */
const MOST_FLOORS = 100;
const TWIN = { kind: 'twin', ref: 'hello', args: [] as string[] } as const;
/** What it prints. */
const HELLO = 'hello\n';
/** Of Docker and of Podman alike. */
const DEFAULT_NETWORK = 'bridge';
const WORDS = { does: 'starts', lower: 'faster' };

const STARTS_TWIN = 'Each run is a start of the twin hello';
const STARTS_OWN =
  'Each run is a start of your own program, all of its work included, and its output is compared with that of the first contender';
const COLD =
  'Before each start what is not written is written, and the kernel forgets what it holds of files.';
const METHOD = [
  'A start lasts from the request until its end was seen; the image is there, and the module checked, before the request.',
  'The request is, of a Wasm guest and of the empty process, the fork of its process (where the lab’s launcher tells it); of a container, when its engine is asked.',
  'The runtime’s id says what is warm: plain is compiled anew for each run, :cached is read from the compile cache, :aot was compiled beforehand.',
  'Parts of a container’s start phase are told by the times of files that the engine and its OCI runtime leave behind, read once the guest was seen to run; the kernel cuts these times to its tick, 1 to 10 ms. Where a part was not seen, its neighbour has its time.',
  'Contenders run one at a time, interleaved in blocks of one each, in an order drawn from the seed; an empty process runs among them.',
  'Nothing is sampled during a run. Medians with percentile bootstrap intervals; outliers (modified z-score over 3.5) are kept.',
];

/** `seen` is of the user's own program: of the twin it is known what it prints. */
type OneStart = Start & { seen?: Seen };
type Value = OneStart | { floorMs: number };

/** How long each runtime takes to start the same program, cold or as its id says. */
export const startup: Experiment<'startup'> = async (context) => {
  const { plan, runtimes } = context;
  // Refused before anything runs where it may not be.
  if (plan.coldPageCache && context.earlier === undefined) await dropPageCache();
  const resultOf = beginResult(context);
  const shelf = new PrintedShelf(plan.program?.ignore);
  const lanes = lanesOf(runtimes, plan.also);
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const warm = new WarmHost(context.openSharedHost, workloadFor('v8', plan.program, TWIN));
  const measure = async (id: string): Promise<Value> => {
    if (plan.coldPageCache) await dropPageCache();
    const lane = byId.get(id);
    if (lane === undefined) return { floorMs: await emptyProcessMs(context.launchers) };
    if (lane.condition === 'new-instance') return warm.start();
    if (lane.condition === 'unpause') return unpaused(lane.info.id, context);
    return startIn(lane, context, shelf);
  };
  const result = await collectTrials<Value, 'startup'>(context, {
    contenders: [...byId.keys(), FLOOR],
    every: new Map([[FLOOR, Math.ceil(plan.runs / MOST_FLOORS)]]),
    measure,
    numberOf: (value) => ('floorMs' in value ? value.floorMs : value.totalMs),
    resultOf: ({ values, trials }) => {
      const contenders = lanes.flatMap(({ id, info }) =>
        contenderOf(
          { ...info, id },
          measuresOf(starts(values.get(id) ?? [])),
          trials.failures.get(id) ?? [],
        ),
      );
      return resultOf({
        method: [
          `${plan.program === undefined ? STARTS_TWIN : STARTS_OWN}.`,
          ...METHOD,
          ...conditionWords(lanes),
          ...(plan.coldPageCache ? [COLD] : []),
        ],
        contenders,
        ratios: ratiosOf(contenders, WORDS),
        warnings: outputWarnings(judge(seenIn(values), shelf.gaveUp), shelf.gaveUp),
        trials,
        unseen: unseenOf(
          lanes.map(({ id }) => ({ runtime: id, starts: starts(values.get(id) ?? []) })),
        ),
        floorsMs: floors(values.get(FLOOR) ?? []),
        overheadsMs: starts([...values.values()].flat()).flatMap(
          ({ overheadMs }) => overheadMs ?? [],
        ),
      });
    },
  });
  await warm.close();
  return result;
};

async function startIn(
  { info: { id: runtime }, condition }: Lane,
  { plan, runOne, runKept }: ExperimentContext<'startup'>,
  shelf: PrintedShelf,
): Promise<Value> {
  const request = {
    runtime,
    workload: workloadFor(runtime, plan.program, TWIN),
    limits: plan.limits,
    ...(plan.grants === undefined ? {} : { grants: plan.grants }),
    ...(condition === 'network' && {
      grants: { ...(plan.grants ?? LEAST_GRANTS), network: DEFAULT_NETWORK },
    }),
    unsampled: true,
  };
  const beganMs = monotonicMs();
  if (plan.program === undefined) {
    const record = await runOne(request);
    const start = startOf(record, monotonicMs() - beganMs);
    if (record.stdout === HELLO) return start;
    throw new Error('It printed something else than the others.');
  }
  const { record, stdout } = await runKept(request);
  const start = startOf(record, monotonicMs() - beganMs);
  return { ...start, seen: await shelf.put(record, stdout) };
}

function seenIn(values: ReadonlyMap<string, readonly Value[]>) {
  return [...values].map(([runtime, own]) => ({
    runtime,
    seen: starts(own).flatMap(({ seen }) => seen ?? []),
  }));
}

function starts(values: readonly Value[]): OneStart[] {
  return values.filter((value): value is OneStart => 'totalMs' in value);
}

function floors(values: readonly Value[]): number[] {
  return values.flatMap((value) => ('floorMs' in value ? [value.floorMs] : []));
}
