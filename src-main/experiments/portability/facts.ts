import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { RuntimeInfo, RunRequestInput, Warning } from '../../contract/index.js';
import type { ImageFacts } from '../../runtimes/runtime.js';
import type { ExperimentContext, ModuleContent } from '../experiment.js';
import type { PrintedShelf, Seen } from '../program/printed.js';
import { runForeign } from './foreign.js';
import type { Foreign } from './foreign.js';
import { moduleSizes } from './module-sizes.js';
import type { ModuleSizes } from './module-sizes.js';

export interface ImageLooked {
  facts: ImageFacts;
  /** Only of a twin: of the user's own image there is no other build to be had. */
  foreign?: Foreign;
}

export interface ModuleLooked {
  content: ModuleContent;
  sizes: ModuleSizes;
  /** The stripped module, run once where there is a runtime for it. */
  stripped?: { runtime: string; seen: Seen };
}

/** What is found out before the runs that count. */
export interface Facts {
  images: Map<string, ImageLooked>;
  module?: ModuleLooked;
  warnings: Warning[];
}

type Context = ExperimentContext<'portability'>;
type RequestFor = (runtime: string) => RunRequestInput;

/** Rejects with LabError when the module cannot be read. */
export async function lookAt(
  context: Context,
  requestFor: RequestFor,
  shelf: PrintedShelf,
): Promise<Facts> {
  const { runtimes, gate, signal } = context;
  const facts: Facts = { images: new Map(), warnings: [] };
  for (const info of runtimes) {
    await gate.passed(signal);
    if (signal.aborted) return facts;
    if (info.kind === 'container') await lookAtImage(context, requestFor, info, facts);
    else facts.module ??= await lookAtModule(context, requestFor, info, shelf);
  }
  return facts;
}

async function lookAtImage(
  { plan, imageOf, runOne }: Context,
  requestFor: RequestFor,
  { id }: RuntimeInfo,
  { images, warnings }: Facts,
): Promise<void> {
  const request = requestFor(id);
  try {
    const facts = await imageOf(id, { args: [], ...request.workload });
    if (facts === undefined) return;
    const isTwin = plan.program === undefined && facts.platform?.startsWith('linux/') === true;
    images.set(id, {
      facts,
      ...(isTwin ? { foreign: await runForeign(request, facts, runOne) } : {}),
    });
  } catch (thrown) {
    const [message, hint] =
      thrown instanceof LabError ? [thrown.message, thrown.hint] : [String(thrown), 'Try again.'];
    warnings.push({ code: 'image-not-described', message: `${id}: ${message}`, hint });
  }
}

async function lookAtModule(
  { moduleOf, runKept }: Context,
  requestFor: RequestFor,
  { id }: RuntimeInfo,
  shelf: PrintedShelf,
): Promise<ModuleLooked> {
  const request = requestFor(id);
  const content = await moduleOf({ args: [], ...request.workload });
  const sizes = await moduleSizes(content.bytes);
  if (sizes.stripped?.isValid !== true) return { content, sizes };
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-stripped-'));
  try {
    const ref = join(folder, content.name);
    await writeFile(ref, sizes.stripped.content);
    const { args = [] } = request.workload;
    const { record, stdout } = await runKept({
      ...request,
      workload: { kind: 'module', ref, args },
    });
    return { content, sizes, stripped: { runtime: id, seen: await shelf.put(record, stdout) } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
