import type { EngineInfo, RuntimeInfo } from '../../src-main/contract/index.js';
import { said, t } from '../i18n/index.js';

export interface StatusChip {
  key: string;
  kind: 'engine' | 'wasm';
  /** Without a version. */
  name: string;
  text: string;
  available: boolean;
  /** Beside the name, where several share one chip: the version and the mode, or why it is not here. */
  brief: string;
  /** On hover and focus: versions and address, or why it is not here. */
  detail: string;
}

/** `20.10.24+dfsg1` -> `20.10`: what fits a chip; the whole of it is in the detail. */
export function shortVersion(version: string | undefined): string {
  return /\d+(?:\.\d+)?/.exec(version ?? '')?.[0] ?? '';
}

/** One chip an engine (its OCI runtimes are in the detail), one a Wasm runtime. */
export function statusChips(
  engines: readonly EngineInfo[],
  runtimes: readonly RuntimeInfo[],
): StatusChip[] {
  const ofEngines = engines.map((engine): StatusChip => ({
    key: `engine/${engine.id}/${engine.address ?? ''}`,
    kind: 'engine',
    name: engine.name,
    brief: engine.available ? (engine.version ?? '') : sentences(engine.why, engine.hint),
    text: engine.available
      ? `${engine.name} ${shortVersion(engine.version)}`.trim()
      : t('{{name}} not here', { name: engine.name }),
    available: engine.available,
    detail: engine.available ? engineDetail(engine, runtimes) : sentences(engine.why, engine.hint),
  }));
  const ofWasm = runtimes
    // One a family: its variants are in the table of runtimes.
    .filter(({ kind, id }) => kind === 'wasm' && !id.includes(':'))
    .map((runtime): StatusChip => ({
      key: runtime.id,
      kind: 'wasm',
      name: runtime.name,
      brief: runtime.available
        ? [runtime.version, runtime.mode]
            .flatMap((part) => (part === undefined ? [] : said(part)))
            .join(', ')
        : sentences(runtime.why, runtime.hint),
      text: runtime.available
        ? `${runtime.name} ${shortVersion(runtime.version)}`.trim()
        : t('{{name}} not here', { name: runtime.name }),
      available: runtime.available,
      detail: runtime.available
        ? [
            `${runtime.name} ${runtime.version ?? ''}`.trim(),
            ...runtime.notes.map((note) => said(note)),
          ].join('\n')
        : sentences(runtime.why, runtime.hint),
    }));
  const all = [...ofEngines, ...ofWasm];
  return [...all.filter(({ available }) => available), ...all.filter((chip) => !chip.available)];
}

function engineDetail(engine: EngineInfo, runtimes: readonly RuntimeInfo[]): string {
  const oci = runtimes
    .filter(({ id, available }) => available && id.startsWith(`${engine.id}:`))
    .map(({ id, version }) => ociName(id.slice(engine.id.length + 1), version));
  return [
    `${engine.name} ${engine.version ?? ''}`.trim(),
    engine.address ?? '',
    oci.length === 0 ? '' : t('OCI runtimes: {{names}}', { names: oci.join(', ') }),
    engine.local ? '' : t('Not local: its numbers come from the engine’s own statistics.'),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The version of a container runtime reads `20.10.24, runc 1.1.5`: the engine's, then its own. */
function ociName(name: string, version: string | undefined): string {
  return version?.split(', ').find((part) => part.startsWith(`${name} `)) ?? name;
}

function sentences(...parts: (string | undefined)[]): string {
  const told = parts.flatMap((part) => (part === undefined || part === '' ? [] : said(part)));
  return told.join('\n') || t('It was not found.');
}
