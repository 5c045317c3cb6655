import * as v from 'valibot';
import { HISTORY_KINDS, MOST_BUNDLED } from '../../contract/index.js';
import type { HistoryKind } from '../../contract/index.js';

/** docs/bundle.md. Raised when an older Paralelo could not read a bundle, or could read it wrongly. */
export const BUNDLE_VERSION = 2;
/** The first version in which there was an entry of this kind: a bundle is written as the oldest that has all of its. */
export const VERSION_OF: Record<HistoryKind, number> = {
  run: 1,
  experiment: 1,
  attempts: 2,
  recording: 2,
};
export const BUNDLE_NAME = 'paralelo-bundle';
export const MANIFEST = 'manifest.json';
/** As `sha256sum` writes and checks it. */
export const SUMS = 'SHA256SUMS';

/** What a file in a bundle may be called: nothing that leads out of a folder into which it is unpacked. */
export const FILE_NAME = /^(manifest\.json|SHA256SUMS|entries\/\d{4}\.json)$/;

/** What every version has. */
export const HeadSchema = v.object({
  format: v.literal(BUNDLE_NAME),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

export const ManifestSchema = v.object({
  ...HeadSchema.entries,
  createdAtIso: v.pipe(v.string(), v.isoTimestamp()),
  labVersion: v.pipe(v.string(), v.maxLength(64)),
  machine: v.object({
    os: v.pipe(v.string(), v.maxLength(256)),
    arch: v.pipe(v.string(), v.maxLength(64)),
  }),
  entries: v.pipe(
    v.array(
      v.object({
        file: v.pipe(v.string(), v.regex(/^entries\/\d{4}\.json$/)),
        kind: v.picklist(HISTORY_KINDS),
        id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_BUNDLED),
  ),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
/** Who writes it. */
export type Origin = Pick<Manifest, 'createdAtIso' | 'labVersion' | 'machine'>;
