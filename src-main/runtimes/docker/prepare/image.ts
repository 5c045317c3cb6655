import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { LabError } from '../../../contract/index.js';
import type { Warning } from '../../../contract/index.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { jsonLines } from '../json-lines.js';
import { engineWords, toLabError } from '../refusals.js';

const ImageSchema = v.object({
  Id: v.string(),
  Architecture: v.optional(v.string()),
  Config: v.optional(
    v.nullable(v.object({ Labels: v.optional(v.nullable(v.record(v.string(), v.string()))) })),
  ),
});

export interface Image {
  /** What a container is made from: the reference as given. */
  ref: string;
  /** The engine's content id, `sha256:…`. */
  id: string;
  architecture?: string;
  /** Given when it is not that of the engine: `wasi/wasm`. */
  platform?: string;
  labels: Record<string, string>;
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/;
/** Would be cleaned away in a path, and lead to another one of the engine's API. */
const UNCLEAN = /\.\.|\/\/|\/\.|\/$/;

/** Undefined when the engine does not have it. */
export async function findImage(engine: Engine, ref: string): Promise<Image | undefined> {
  if (!REFERENCE.test(ref) || UNCLEAN.test(ref)) throw notAReference(ref);
  try {
    const path = `/images/${ref}/json`;
    const image = v.parse(ImageSchema, await engine.client.json({ method: 'GET', path }));
    return {
      ref,
      id: image.Id,
      labels: image.Config?.Labels ?? {},
      ...(image.Architecture === undefined || image.Architecture === ''
        ? {}
        : { architecture: image.Architecture }),
    };
  } catch (thrown) {
    if (isRefusal(thrown) && (thrown.statusCode === 404 || thrown.statusCode === 400))
      return undefined;
    throw toLabError(engine, thrown);
  }
}

/** The image, pulled when the engine does not have it. Throws LabError `image-not-found`. */
export async function provideImage(engine: Engine, ref: string, platform?: string): Promise<Image> {
  const wanted = platform === undefined ? {} : { platform };
  const here = await findImage(engine, ref);
  if (here !== undefined) return { ...here, ...wanted };
  await pull(engine, ref, wanted);
  const pulled = await findImage(engine, ref);
  if (pulled === undefined) throw notFound(engine, ref, 'it was pulled, but is not there');
  return { ...pulled, ...wanted };
}

/** An image for another processor starts only where its emulation is installed. */
export function architectureWarnings(engine: Engine, image: Image): Warning[] {
  const { architecture } = engine.facts;
  // Not run by the processor at all: wasi/wasm for a Wasm shim.
  if (image.platform !== undefined && !image.platform.startsWith('linux/')) return [];
  if (image.architecture === undefined || image.architecture === architecture) return [];
  return [
    {
      code: 'other-architecture',
      message: `The image is for ${image.architecture}, the engine runs on ${architecture}: it is emulated or fails.`,
      hint: `Use an image for ${architecture}: emulated times and memory say nothing about the program.`,
    },
  ];
}

async function pull(engine: Engine, ref: string, wanted: { platform?: string }): Promise<void> {
  const { name, tag } = splitReference(ref);
  try {
    const answer = await engine.client.stream({
      method: 'POST',
      path: '/images/create',
      query: { fromImage: name, tag, ...wanted },
    });
    const failure = await lastError(answer);
    if (failure !== undefined) throw pullFailed(engine, ref, failure);
  } catch (thrown) {
    if (!isRefusal(thrown)) throw toLabError(engine, thrown);
    throw pullFailed(engine, ref, engineWords(thrown));
  }
}

const ProgressSchema = v.object({ error: v.optional(v.string()) });

async function lastError(progress: IncomingMessage): Promise<string | undefined> {
  let error: string | undefined;
  for await (const line of jsonLines(progress)) {
    const parsed = v.safeParse(ProgressSchema, line);
    if (parsed.success) error = parsed.output.error ?? error;
  }
  return error;
}

const NO_REGISTRY =
  /dial tcp|no such host|i\/o timeout|connection refused|network is unreachable|client\.timeout|TLS handshake|pinging container registry|temporary failure/i;

function pullFailed(engine: Engine, ref: string, words: string): LabError {
  if (NO_REGISTRY.test(words)) {
    return new LabError(
      'image-not-found',
      `${engine.info.name} does not have the image ${ref}, and its registry cannot be reached: ${words}`,
      'Go online or configure a proxy for the engine, or load the image (docker load).',
    );
  }
  return notFound(engine, ref, words);
}

function notFound(engine: Engine, ref: string, words: string): LabError {
  return new LabError(
    'image-not-found',
    `There is no image ${ref}: ${engine.info.name} does not have it, and pulling it failed: ${words}`,
    'Check its name and tag; for a private registry log in first (docker login).',
  );
}

function notAReference(ref: string): LabError {
  return new LabError(
    'image-not-found',
    `"${ref}" is not the name of an image.`,
    'Write it as name, name:tag or registry/name:tag.',
  );
}

/** `alpine` -> alpine, latest; `host:5000/a/b:1` -> host:5000/a/b, 1; a digest stays with `tag`, as the API wants it. */
export function splitReference(ref: string): { name: string; tag: string } {
  const at = ref.indexOf('@');
  if (at >= 0) return { name: ref.slice(0, at), tag: ref.slice(at + 1) };
  const colon = ref.lastIndexOf(':');
  if (colon > ref.lastIndexOf('/')) return { name: ref.slice(0, colon), tag: ref.slice(colon + 1) };
  return { name: ref, tag: 'latest' };
}
