import type { EngineInfo } from '../../src-main/contract/index.js';

export type DroppedKind = 'module' | 'bundle' | 'image' | 'other';

const ENDINGS: readonly [RegExp, DroppedKind][] = [
  [/\.wasm$/i, 'module'],
  [/\.paralelo$/i, 'bundle'],
  [/\.(tar|tar\.gz|tgz|tar\.zst|oci)$/i, 'image'],
];

/** What can be done with a file, by its name. */
export function kindOf(name: string): DroppedKind {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? 'other';
}

/** What a drag says of its files before they are dropped: a system that knows no type of one says none. */
export function kindOfType(type: string): DroppedKind | undefined {
  if (type === 'application/wasm') return 'module';
  if (type === 'application/x-tar') return 'image';
  return undefined;
}

/** The line that loads an image into the engine that is here, else Docker's. */
export function loadLine(engines: readonly EngineInfo[], path: string): string {
  const here = engines.find(({ available }) => available)?.id ?? 'docker';
  return `${here.startsWith('podman') ? 'podman' : 'docker'} load --input ${quoted(path)}`;
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
