import type { EngineInfo, RuntimeInfo } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';

export type Row =
  | { is: 'engine'; key: string; engine: EngineInfo }
  | { is: 'runtime'; key: string; runtime: RuntimeInfo; isVariant: boolean; label: string };

export interface World {
  title: string;
  kind: RuntimeInfo['kind'];
  rows: Row[];
}

/** What stands before the colon. */
export function familyOf(id: string): string {
  return id.split(':')[0] ?? id;
}

/** Engines with their OCI runtimes below them; Wasm runtimes with their variants below them. */
export function worldsOf(
  runtimes: readonly RuntimeInfo[],
  engines: readonly EngineInfo[],
): World[] {
  const containers = runtimes.filter(({ kind }) => kind === 'container');
  const wasm = runtimes.filter(({ kind }) => kind === 'wasm');
  const worlds: World[] = [
    { title: t('Containers'), kind: 'container', rows: containerRows(containers, engines) },
    { title: 'WebAssembly', kind: 'wasm', rows: wasmRows(wasm) },
  ];
  return worlds.filter(({ rows }) => rows.length > 0);
}

function containerRows(runtimes: readonly RuntimeInfo[], engines: readonly EngineInfo[]): Row[] {
  const shown = new Set<string>();
  const rows = engines.flatMap((engine): Row[] => {
    const own = runtimes.filter(({ id }) => familyOf(id) === engine.id && !shown.has(id));
    for (const { id } of own) shown.add(id);
    const key = `engine/${engine.id}/${engine.address ?? ''}`;
    return [{ is: 'engine', key, engine }, ...own.map((runtime) => rowOf(runtime, true))];
  });
  const rest = runtimes.filter(({ id }) => !shown.has(id));
  return [...rows, ...rest.map((runtime) => rowOf(runtime, false))];
}

function wasmRows(runtimes: readonly RuntimeInfo[]): Row[] {
  const families = [...new Set(runtimes.map(({ id }) => familyOf(id)))];
  return families.flatMap((family) => {
    const own = runtimes.filter(({ id }) => familyOf(id) === family);
    const plain = own.filter(({ id }) => id === family);
    const variants = own.filter(({ id }) => id !== family);
    return [
      ...plain.map((runtime) => rowOf(runtime, false)),
      ...variants.map((runtime) => rowOf(runtime, plain.length > 0)),
    ];
  });
}

function rowOf(runtime: RuntimeInfo, isVariant: boolean): Row {
  const behind = runtime.id.slice(familyOf(runtime.id).length + 1);
  const label = isVariant && behind !== '' ? behind : runtime.name;
  return { is: 'runtime', key: runtime.id, runtime, isVariant, label };
}
