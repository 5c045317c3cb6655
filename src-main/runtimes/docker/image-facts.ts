import * as v from 'valibot';
import type { Workload } from '../../contract/index.js';
import type { ImageFacts } from '../runtime.js';
import type { Engine } from './engine/engine.js';
import { isRefusal } from './engine/client.js';
import { gzipBytesOf } from './image-gzip.js';
import type { Image } from './prepare/image.js';
import { toLabError } from './refusals.js';

/** Docker adds up every image, volume and build for it. */
const DISK_USE_MS = 60_000;
/** It asks a registry, which may be far or not there. */
const REGISTRY_MS = 5000;

const text = v.optional(v.string());
const bytes = v.optional(v.number());
const InspectedSchema = v.object({
  Os: text,
  Architecture: text,
  Variant: text,
  Size: bytes,
  RepoDigests: v.optional(v.nullable(v.array(v.string()))),
  RootFS: v.optional(v.nullable(v.object({ Layers: v.optional(v.nullable(v.array(v.string()))) }))),
});
const HistorySchema = v.array(v.object({ Size: bytes }));
const DiskUseSchema = v.object({
  Images: v.optional(
    v.nullable(v.array(v.object({ Id: v.string(), Size: bytes, SharedSize: bytes }))),
  ),
});
const DistributionSchema = v.object({
  Platforms: v.array(
    v.object({ os: v.string(), architecture: v.string(), variant: v.optional(v.string()) }),
  ),
});

/** What inspect, the history, `/system/df` and the registry say of one image. Throws LabError where inspect does not answer. */
export async function imageFacts(
  engine: Engine,
  { ref, id }: Image,
  kind: Workload['kind'],
): Promise<ImageFacts> {
  const inspected = v.parse(InspectedSchema, await ask(engine, `/images/${ref}/json`));
  const { Os, Architecture, Variant, Size, RootFS, RepoDigests } = inspected;
  const fromRegistry = kind === 'image' && (RepoDigests?.length ?? 0) > 0;
  const [uniqueBytes, layerBytes, listedPlatforms, gzipBytes] = await Promise.all([
    unknownIfRefused(uniqueBytesOf(engine, id)),
    unknownIfRefused(layerBytesOf(engine, ref)),
    fromRegistry ? unknownIfRefused(platformsOf(engine, ref)) : undefined,
    unknownIfRefused(gzipBytesOf(engine, ref, Size)),
  ]);
  const platform = platformText(Os, Architecture, Variant);
  const layers = RootFS?.Layers?.length;
  return {
    ref,
    id,
    enginePlatform: `linux/${engine.facts.architecture}`,
    isLocal: engine.info.local,
    ...(platform === undefined ? {} : { platform }),
    ...(listedPlatforms === undefined ? {} : { listedPlatforms }),
    ...(Size === undefined ? {} : { totalBytes: Size }),
    ...(uniqueBytes === undefined ? {} : { uniqueBytes }),
    ...(layers === undefined ? {} : { layers }),
    ...(layerBytes === undefined ? {} : { layerBytes }),
    ...(gzipBytes === undefined ? {} : { gzipBytes }),
  };
}

/** Undefined where the engine does not tell what is shared: it then says -1. */
async function uniqueBytesOf(engine: Engine, id: string): Promise<number | undefined> {
  const query = { type: 'image' };
  const { Images } = v.parse(
    DiskUseSchema,
    await ask(engine, '/system/df', { query, withinMs: DISK_USE_MS }),
  );
  // Podman leaves out the algorithm before the digest here.
  const own = Images?.find(({ Id }) => id.endsWith(Id));
  if (own?.Size === undefined || own.SharedSize === undefined || own.SharedSize < 0)
    return undefined;
  return own.Size - own.SharedSize;
}

async function layerBytesOf(engine: Engine, ref: string): Promise<number[]> {
  const history = v.parse(HistorySchema, await ask(engine, `/images/${ref}/history`));
  return history.flatMap(({ Size }) => (Size === undefined || Size === 0 ? [] : [Size])).reverse();
}

async function platformsOf(engine: Engine, ref: string): Promise<string[]> {
  const path = `/distribution/${ref}/json`;
  const answer = await ask(engine, path, { withinMs: REGISTRY_MS });
  return v
    .parse(DistributionSchema, answer)
    .Platforms.flatMap(
      ({ os, architecture, variant }) => platformText(os, architecture, variant) ?? [],
    );
}

function platformText(os?: string, architecture?: string, variant = ''): string | undefined {
  if (os === undefined || os === '' || architecture === undefined || architecture === '')
    return undefined;
  return [os, architecture, variant].filter((part) => part !== '').join('/');
}

/** What an engine refuses, or tells in another form, is not known; that it is gone is told by the runs. */
async function unknownIfRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}

interface Asking {
  query?: Record<string, string>;
  withinMs?: number;
}

async function ask(engine: Engine, path: string, { query, withinMs = 10_000 }: Asking = {}) {
  try {
    return await engine.client.json({
      method: 'GET',
      path,
      signal: AbortSignal.timeout(withinMs),
      ...(query === undefined ? {} : { query }),
    });
  } catch (thrown) {
    throw isRefusal(thrown) ? toLabError(engine, thrown) : thrown;
  }
}
