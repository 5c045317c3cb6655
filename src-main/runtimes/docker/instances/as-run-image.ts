import * as v from 'valibot';
import type { Engine } from '../engine/engine.js';
import { isRefusal } from '../engine/client.js';
import type { Inspected } from './inspected.js';
import { ask } from './questions.js';

const texts = v.fallback(v.optional(v.array(v.string()), []), []);
const ConfigSchema = v.object({
  Env: texts,
  Entrypoint: texts,
  WorkingDir: v.fallback(v.optional(v.string(), ''), ''),
  User: v.fallback(v.optional(v.string(), ''), ''),
});
const ImageSchema = v.object({
  Id: v.string(),
  Config: v.fallback(v.optional(ConfigSchema, {}), v.parse(ConfigSchema, {})),
});

/** What the image itself sets, which a run from it has anyway. */
export type OwnImage = v.InferOutput<typeof ImageSchema>['Config'] & {
  /** Whether its name still means the image that the container was made from. */
  isSame: boolean;
};

/** Podman's own, in every container. */
const SET_BY_ENGINES = new Set(['HOSTNAME', 'TERM', 'container', 'HOME']);

/** Undefined when the engine no longer has it under that name. Rejects as the client does for anything else. */
export async function ownImageOf(
  engine: Engine,
  { Config, Image }: Inspected,
): Promise<OwnImage | undefined> {
  try {
    const path = `/images/${Config.Image ?? ''}/json`;
    const image = v.parse(ImageSchema, await ask(engine, { method: 'GET', path }));
    return { ...image.Config, isSame: bare(image.Id) === bare(Image ?? '') };
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.statusCode === 404) return undefined;
    throw thrown;
  }
}

function bare(digest: string): string {
  return digest.replace(/^sha256:/, '');
}

/** Only what the container has beyond its image. */
export function environmentOf(
  { Config }: Inspected,
  image: OwnImage | undefined,
): Record<string, string> {
  const own = new Set(image?.Env);
  const added = Config.Env.filter((variable) => !own.has(variable)).flatMap((variable) => {
    const at = variable.indexOf('=');
    const name = variable.slice(0, at);
    return at <= 0 || SET_BY_ENGINES.has(name) ? [] : [[name, variable.slice(at + 1)] as const];
  });
  return Object.fromEntries(added);
}
