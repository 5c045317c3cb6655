import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { LabError } from '../../../contract/index.js';
import type { TwinPaths } from '../../runtime.js';
import { readVerified } from '../../verified-file.js';
import type { Engine } from '../engine/engine.js';
import { CONTENT_LABEL, TWIN_LABEL } from '../labels.js';
import { toLabError } from '../refusals.js';
import { onlyOnce, readExecutable, tarOf } from './twin-parts.js';
import { findImage, splitReference } from './image.js';
import type { Image } from './image.js';

/** Changes with the way an image is made, so that an image of an older lab is not taken for this one. */
const RECIPE = 1;

const ImportedSchema = v.object({ status: v.pipe(v.string(), v.startsWith('sha256:')) });

/** Of an image with a WebAssembly module in the place of an executable, as Docker and runwasi name it. */
export const WASM_PLATFORM = 'wasi/wasm';

/**
 * The image of a twin: one static executable (or its module, for the platform `wasi/wasm`) and
 * nothing else, imported as a tar, so that no registry and no builder is needed. Made once per
 * content, then found by its tag.
 */
export async function provideTwinImage(
  engine: Engine,
  twin: TwinPaths,
  platform?: typeof WASM_PLATFORM,
): Promise<Image> {
  const isWasm = platform !== undefined;
  const executable = await (isWasm
    ? readVerified(twin.wasmPath, twin.wasmSha256)
    : readExecutable(twin, engine.facts.architecture));
  const entry = isWasm ? `${twin.name}.wasm` : twin.name;
  const recipe = [`ENTRYPOINT ["/${entry}"]`, `LABEL ${TWIN_LABEL}=${twin.name}`];
  const content = createHash('sha256')
    .update(`${RECIPE}\n${recipe.join('\n')}\n`)
    .update(executable)
    .digest('hex');
  const ref = `paralelo/twin-${twin.name}:${content.slice(0, 12)}`;
  const wanted = isWasm ? { platform } : {};

  const here = await findImage(engine, ref);
  if (here?.labels[CONTENT_LABEL] === content) return { ...here, ...wanted };
  const changes = [...recipe, `LABEL ${CONTENT_LABEL}=${content}`];
  return onlyOnce(`${engine.facts.identity} ${ref}`, async () => ({
    ...(await makeImage(engine, ref, { entry, executable, changes, ...wanted })),
    ...wanted,
  }));
}

interface Content {
  /** The file's name, which is the program. */
  entry: string;
  platform?: string;
  executable: Buffer;
  /** Dockerfile instructions. */
  changes: string[];
}

async function makeImage(engine: Engine, ref: string, content: Content): Promise<Image> {
  try {
    await importImage(engine, ref, content);
  } catch (thrown) {
    throw toLabError(engine, thrown);
  }
  const made = await findImage(engine, ref);
  if (made !== undefined) return made;
  throw new LabError(
    'engine-refused',
    `${engine.info.name} took the image of ${content.entry}, but does not have it.`,
    'Try again; if it repeats, check the disk space of the engine.',
  );
}

async function importImage(engine: Engine, ref: string, content: Content): Promise<void> {
  const { entry, executable, changes, platform } = content;
  const answer = await engine.client.json({
    method: 'POST',
    path: '/images/create',
    query: { fromSrc: '-', changes, ...(platform === undefined ? {} : { platform }) },
    file: await tarOf([{ name: entry, mode: 0o755, content: executable }]),
  });
  const { status: id } = v.parse(ImportedSchema, lastLine(answer));
  // Tagged on its own: Podman's import takes no tag.
  const { name: repo, tag } = splitReference(ref);
  await engine.client.json({ method: 'POST', path: `/images/${id}/tag`, query: { repo, tag } });
}

/** Docker and Podman answer with one JSON line or several; dockerode gives bytes for several. */
function lastLine(answer: unknown): unknown {
  if (!Buffer.isBuffer(answer)) return answer;
  const line = answer.toString('utf8').trim().split('\n').at(-1);
  return line === undefined || line === '' ? undefined : JSON.parse(line);
}
