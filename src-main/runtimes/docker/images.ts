import * as v from 'valibot';
import { isRefusal } from './engine/client.js';
import type { Engine } from './engine/engine.js';
import { TWIN_LABEL } from './labels.js';
import { toLabError } from './refusals.js';

const ImagesSchema = v.array(
  v.object({
    Id: v.string(),
    RepoTags: v.optional(v.nullable(v.array(v.string()))),
    Size: v.optional(v.number()),
    Labels: v.optional(v.nullable(v.record(v.string(), v.string()))),
  }),
);

export interface ListedImage {
  ref: string;
  engine: string;
  sizeBytes?: number;
}

/** The tagged images of an engine, for suggestions; the twins' own are left out. Throws LabError. */
export async function listImages(engine: Engine): Promise<ListedImage[]> {
  const images = await allImages(engine, {});
  return images
    .filter((image) => image.Labels?.[TWIN_LABEL] === undefined)
    .flatMap((image) => tagsOf(image).map((ref) => ({ image, ref })))
    .map(({ image, ref }) => ({
      ref,
      engine: engine.id,
      ...(image.Size === undefined ? {} : { sizeBytes: image.Size }),
    }))
    .sort((a, b) => a.ref.localeCompare(b.ref));
}

/** Removes every image that the lab made; one in use by a running container stays. Resolves to what went. Throws LabError. */
export async function removeTwinImages(engine: Engine): Promise<string[]> {
  const images = await allImages(engine, { label: [TWIN_LABEL] });
  const removed: string[] = [];
  for (const image of images) {
    const tags = tagsOf(image);
    // One without a tag is the rest of an import that was cut short.
    for (const ref of tags.length === 0 ? [image.Id] : tags) {
      if (await removeImage(engine, ref)) removed.push(ref);
    }
  }
  return removed;
}

function tagsOf(image: v.InferOutput<typeof ImagesSchema>[number]): string[] {
  return (image.RepoTags ?? []).filter((tag) => !tag.includes('<none>'));
}

async function allImages(engine: Engine, filters: Record<string, string[]>) {
  try {
    const listed = await engine.client.json({
      method: 'GET',
      path: '/images/json',
      query: { filters: JSON.stringify(filters) },
      signal: AbortSignal.timeout(10_000),
    });
    return v.parse(ImagesSchema, listed);
  } catch (thrown) {
    throw toLabError(engine, thrown);
  }
}

async function removeImage(engine: Engine, ref: string): Promise<boolean> {
  try {
    await engine.client.json({ method: 'DELETE', path: `/images/${ref}` });
    return true;
  } catch (thrown) {
    // 404: gone already. 409: a container runs it.
    if (isRefusal(thrown) && thrown.statusCode === 404) return true;
    if (isRefusal(thrown) && thrown.statusCode === 409) return false;
    throw toLabError(engine, thrown);
  }
}
