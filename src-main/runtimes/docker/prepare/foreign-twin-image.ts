import { createHash } from 'node:crypto';
import { LabError } from '../../../contract/index.js';
import type { TwinPaths } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { CONTENT_LABEL, TWIN_LABEL } from '../labels.js';
import { toLabError } from '../refusals.js';
import { findImage } from './image.js';
import type { Image } from './image.js';
import { onlyOnce, readExecutable, tarOf } from './twin-parts.js';

/** Changes with the way it is made. */
const RECIPE = 1;
const EPOCH = '1970-01-01T00:00:00Z';

/**
 * The image of a twin for a platform that is not the engine's, loaded as a whole: an import would carry the engine's
 * own architecture whatever it is asked for (Docker 20.10). Throws LabError.
 */
export async function provideForeignTwinImage(
  engine: Engine,
  twin: TwinPaths,
  platform: string,
): Promise<Image> {
  const [os = '', architecture = '', variant] = platform.split('/');
  const executable = await readExecutable(twin, architecture);
  const content = sha256(Buffer.from(`${String(RECIPE)}\n${platform}\n${twin.name}\n`), executable);
  const ref = `paralelo/twin-${twin.name}:${content.slice(0, 12)}`;
  const here = await findImage(engine, ref);
  if (here?.labels[CONTENT_LABEL] === content) return { ...here, platform };
  return onlyOnce(`${engine.facts.identity} ${ref}`, async () => {
    const labels = { [TWIN_LABEL]: twin.name, [CONTENT_LABEL]: content };
    const built = { os, architecture, ...(variant === undefined ? {} : { variant }) };
    await load(engine, await archiveOf({ ref, name: twin.name, executable, labels, built }));
    const made = await findImage(engine, ref);
    if (made !== undefined) return { ...made, platform };
    throw new LabError(
      'engine-refused',
      `${engine.info.name} took the image of ${twin.name} for ${platform}, but does not have it.`,
      'Try again; if it repeats, check the disk space of the engine.',
    );
  });
}

async function load(engine: Engine, file: Buffer): Promise<void> {
  try {
    const query = { quiet: true };
    await engine.client.json({ method: 'POST', path: '/images/load', query, file });
  } catch (thrown) {
    throw toLabError(engine, thrown);
  }
}

interface Parts {
  ref: string;
  name: string;
  executable: Buffer;
  labels: Record<string, string>;
  built: { os: string; architecture: string; variant?: string };
}

/** As `docker save` writes one (moby/image/spec/v1.2.md). */
async function archiveOf({ ref, name, executable, labels, built }: Parts): Promise<Buffer> {
  const layer = await tarOf([{ name, mode: 0o755, content: executable }]);
  const config = JSON.stringify({
    ...built,
    created: EPOCH,
    config: { Entrypoint: [`/${name}`], Labels: labels },
    rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] },
    history: [{ created: EPOCH, created_by: 'Paralelo' }],
  });
  const configName = `${sha256(Buffer.from(config))}.json`;
  const manifest = [{ Config: configName, RepoTags: [ref], Layers: ['layer.tar'] }];
  return await tarOf([
    { name: configName, mode: 0o644, content: config },
    { name: 'layer.tar', mode: 0o644, content: layer },
    { name: 'manifest.json', mode: 0o644, content: JSON.stringify(manifest) },
  ]);
}

function sha256(...parts: Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
