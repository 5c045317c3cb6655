import * as v from 'valibot';
import { LabError } from '../contract/index.js';
import type { OutcomeKind } from '../contract/index.js';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex'));
/** One level below the manifest: no artefact can name a file elsewhere. */
const file = v.pipe(v.string(), v.regex(/^bin\/[a-z0-9][a-z0-9.-]*$/, 'a file in bin/'));
const artefact = v.strictObject({
  file,
  sha256,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
const OUTCOMES = ['exited', 'memory-refused'] as const satisfies readonly OutcomeKind[];

const twin = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  /** A tool of the lab: it can be run by name, but is not offered to choose from. */
  hidden: v.optional(v.boolean(), false),
  title: v.string(),
  summary: v.string(),
  usage: v.string(),
  exampleArgs: v.array(v.string()),
  exitMeanings: v.record(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'an exit code')),
    v.strictObject({ kind: v.picklist(OUTCOMES), reason: v.string() }),
  ),
  artefacts: v.strictObject({
    wasm: artefact,
    'linux-amd64': artefact,
    'linux-arm64': artefact,
  }),
});

/** `builtWith` is for people who rebuild; the lab does not need it. */
const ManifestSchema = v.object({
  twins: v.pipe(
    v.array(twin),
    v.minLength(1),
    v.check(
      (twins) => new Set(twins.map(({ name }) => name)).size === twins.length,
      'each name once',
    ),
  ),
});
export type TwinManifest = v.InferOutput<typeof ManifestSchema>;
export type ManifestTwin = TwinManifest['twins'][number];

/** Throws `twin-damaged` that names the field which does not fit. */
export function parseTwinManifest(text: string): TwinManifest {
  const parsed = v.safeParse(ManifestSchema, parseJson(text), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw damaged(`${v.getDotPath(issue) ?? 'the whole'} does not fit: ${issue.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged('it is not JSON', cause);
  }
}

function damaged(why: string, cause?: unknown): LabError {
  return new LabError(
    'twin-damaged',
    `The list of twins (workloads/manifest.json) cannot be used: ${why}.`,
    'Install Paralelo again; in a checkout, `npm run workloads` makes it anew.',
    { cause },
  );
}
