import { ExperimentPlanSchema, validate } from '../../contract/index.js';
import type {
  ClaimGathering,
  ClaimNeed,
  Environment,
  ExperimentName,
  ExperimentResult,
  RuntimeInfo,
} from '../../contract/index.js';
import { planFor } from '../../experiments/claims/index.js';
import type { Evidence } from '../../experiments/claims/index.js';
import { moduleWalls } from '../../isolation/module/index.js';
import { monotonicMs } from '../../metrics/index.js';
import { readVerified } from '../../runtimes/verified-file.js';
import type { RuntimeCatalogue } from '../catalogue.js';
import type { Comparisons } from '../comparisons.js';
import type { Experiments } from '../experiments/experiments.js';
import type { Probes } from '../probes/probes.js';
import { keepRun } from '../recording/keep-run.js';
import type { LabStore } from '../recording/lab-store.js';
import type { Twins } from '../twins.js';
import { namespacesIn, rootFilesIn } from './walls.js';
import type { Ran } from './walls.js';

/** What claims are tested with. */
export interface ClaimsParts {
  catalogue: RuntimeCatalogue;
  comparisons: Comparisons;
  experiments: Experiments;
  probes: Probes;
  twins: Twins;
  /** Where what is run is recorded. */
  store: LabStore;
  environment: () => Promise<Environment>;
}

/** How far something that is gathered is. */
export interface GatherProgress {
  done: number;
  total: number;
  remainingMs?: number;
}

export interface GatherAsked {
  /** Runtimes that are here. */
  here: readonly RuntimeInfo[];
  signal: AbortSignal;
  onProgress: (progress: GatherProgress) => void;
}

export interface Gathered {
  evidence: Partial<Omit<Evidence, 'results'>> & { result?: ExperimentResult };
  /** Absent: there was nothing here to find it out with. */
  gathering?: ClaimGathering;
  /** False when it was stopped before its end. */
  isWhole: boolean;
}

type Found = Omit<Gathered, 'gathering'> & {
  gathering?: Omit<ClaimGathering, 'what' | 'durationMs'>;
};

/** Finds out one thing. */
export async function gather(
  what: ClaimNeed,
  parts: ClaimsParts,
  asked: GatherAsked,
): Promise<Gathered> {
  const beganAtMs = monotonicMs();
  const { gathering, ...found } = await find(what, parts, asked);
  if (gathering === undefined) return found;
  return { ...found, gathering: { what, ...gathering, durationMs: monotonicMs() - beganAtMs } };
}

async function find(what: ClaimNeed, parts: ClaimsParts, asked: GatherAsked): Promise<Found> {
  switch (what) {
    case 'probe':
      return { evidence: { probe: await probeWalls(parts.twins) }, isWhole: true };
    case 'matrix':
      return await probe(parts, asked);
    case 'containers':
    case 'rootFiles':
      return await lookInside(what, parts, asked);
    default:
      return await carryOut(what, parts, asked);
  }
}

async function probeWalls(twins: Twins): Promise<NonNullable<Evidence['probe']>> {
  const { wasmPath: path, wasmSha256: sha256 } = twins.locate('probe');
  return moduleWalls(await readVerified(path, sha256), { path, sha256 });
}

async function carryOut(
  name: ExperimentName,
  { experiments, store }: ClaimsParts,
  { here, signal, onProgress }: GatherAsked,
): Promise<Found> {
  const asked = planFor(name, here);
  if (asked === undefined) return { evidence: {}, isWhole: true };
  const plan = validate(ExperimentPlanSchema, asked, 'claims');
  const experiment = experiments.start(plan, { status: onProgress, result: () => undefined });
  const stop = (): void => void experiment.stop();
  signal.addEventListener('abort', stop);
  const result = await experiment.ended;
  signal.removeEventListener('abort', stop);
  const { id } = experiment.status;
  return {
    evidence: result === undefined ? {} : { result },
    gathering: {
      ...{ experimentId: id, recordIds: store.isKept(id) ? [id] : [] },
      ...{ runtimes: ranIn(plan.runtimes, result), runs: plan.runs },
    },
    isWhole: result?.isPartial === false || (result === undefined && !signal.aborted),
  };
}

function ranIn(
  ids: readonly string[],
  result: ExperimentResult | undefined,
): ClaimGathering['runtimes'] {
  return ids.map((id) => {
    const version = result?.contenders.find(({ runtime }) => runtime === id)?.version;
    return { id, ...(version === undefined ? {} : { version }) };
  });
}

/** In the plain runtimes: their modes have the same walls. */
async function probe(
  { probes, store }: ClaimsParts,
  { here, signal, onProgress }: GatherAsked,
): Promise<Found> {
  const plain = here.filter(({ kind, id }) => kind === 'container' || !id.includes(':'));
  if (plain.length === 0) return { evidence: {}, isWhole: true };
  const stop = (): void => void probes.stop();
  signal.addEventListener('abort', stop);
  const release = probes.onProgress(onProgress);
  try {
    await probes.start({ runtimes: plain.map(({ id }) => id), sets: ['default', 'loosened'] });
    await probes.ended();
  } finally {
    release();
    signal.removeEventListener('abort', stop);
  }
  const { id, matrix } = probes;
  const recordIds = id !== undefined && store.isKept(id) ? [id] : [];
  return {
    evidence: matrix === undefined ? {} : { matrix },
    gathering: { recordIds, runtimes: matrix?.runtimes.map(versioned) ?? [] },
    isWhole: matrix?.isPartial !== true,
  };
}

async function lookInside(
  what: 'containers' | 'rootFiles',
  { comparisons, store }: ClaimsParts,
  { here, signal }: GatherAsked,
): Promise<Found> {
  const containers = here.filter(({ kind }) => kind === 'container');
  const recordIds: string[] = [];
  const ran: Ran = (record) => void recordIds.push(...keepRun(store, record));
  const evidence =
    what === 'containers'
      ? { containers: await namespacesIn(comparisons, containers, { signal, ran }) }
      : { rootFiles: await rootFilesIn(comparisons, containers, { signal, ran }) };
  const runtimes = containers.map(versioned);
  return {
    evidence,
    ...(containers.length === 0 ? {} : { gathering: { recordIds, runtimes } }),
    isWhole: !signal.aborted,
  };
}

function versioned({ id, version }: { id: string; version?: string }): {
  id: string;
  version?: string;
} {
  return { id, ...(version === undefined ? {} : { version }) };
}
