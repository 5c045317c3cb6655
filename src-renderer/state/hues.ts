import type { ContenderResult, RuntimeInfo } from '../../src-main/contract/index.js';

const SHADES = 4;

export interface LaneLook {
  name: string;
  hue: string;
}

const LETTERS: Record<ContenderResult['kind'], string> = { container: 'c', wasm: 'w', native: 'n' };

/** Names and colours of lanes in order: containers take blues, Wasm violets to magentas, what is native has one of its own. */
export function laneLooks(
  lanes: readonly { runtime: string; kind: ContenderResult['kind'] }[],
  runtimes: readonly RuntimeInfo[],
): LaneLook[] {
  const perKind = { container: 0, wasm: 0, native: 0 };
  const perRuntime = new Map<string, number>();
  return lanes.map(({ runtime, kind }) => {
    const nth = (perRuntime.get(runtime) ?? 0) + 1;
    perRuntime.set(runtime, nth);
    const shade = (perKind[kind] % SHADES) + 1;
    perKind[kind] += 1;
    const name = runtimes.find(({ id }) => id === runtime)?.name ?? runtime;
    return {
      name: nth === 1 ? name : `${name} · ${String(nth)}`,
      hue: kind === 'native' ? 'n1' : `${LETTERS[kind]}${String(shade)}`,
    };
  });
}
