import type { RunRecord, RunRequestInput } from '../../contract/index.js';
import { interpreterOf } from '../../metrics/host/binfmt.js';
import type { ImageFacts } from '../../runtimes/runtime.js';

/** What became of the image of the same twin for another architecture. */
export interface Foreign {
  platform: string;
  /** `exec format error`, `emulated`, or what else happened. */
  outcome: string;
  /** By whom, where that could be read. */
  by?: string;
}

const EXEC_FORMAT = /exec format error/i;

/** The architecture that a machine of this platform does not run by itself. */
export function foreignTo({ enginePlatform }: Pick<ImageFacts, 'enginePlatform'>): string {
  return enginePlatform === 'linux/arm64' ? 'linux/amd64' : 'linux/arm64';
}

/** Runs it once. */
export async function runForeign(
  request: RunRequestInput,
  facts: Pick<ImageFacts, 'enginePlatform' | 'isLocal'>,
  runOne: (request: RunRequestInput) => Promise<RunRecord>,
): Promise<Foreign> {
  const platform = foreignTo(facts);
  const record = await runOne({ ...request, platform });
  const architecture = platform.slice('linux/'.length);
  const outcome = outcomeOf(record);
  const by =
    outcome === 'emulated' || outcome === 'exec format error'
      ? whoEmulates(architecture, facts.isLocal)
      : undefined;
  return { platform, outcome, ...(by === undefined ? {} : { by }) };
}

export function outcomeOf({ outcome, stderr }: Pick<RunRecord, 'outcome' | 'stderr'>): string {
  if (outcome.kind === 'exited' && outcome.code === 0) return 'emulated';
  if (EXEC_FORMAT.test(outcome.reason) || EXEC_FORMAT.test(stderr)) return 'exec format error';
  return outcome.reason;
}

/** In words for the table; undefined where nothing can be told of the engine's machine. */
function whoEmulates(architecture: string, isLocal: boolean): string | undefined {
  if (!isLocal) return undefined;
  const { isReadable, interpreter } = interpreterOf(architecture);
  if (!isReadable) return 'binfmt_misc is not mounted here';
  if (interpreter === undefined) return 'nothing is registered in binfmt_misc';
  return `${interpreter.name}: ${interpreter.path}`;
}
