import type { ContenderResult, ExperimentResult } from '../../contract/index.js';
import { ratioOfMedians } from '../statistics/index.js';
import type { Found, Results } from './preset.js';

const NO_STARTS = { missing: 'No startup was measured of both a container and such a runtime.' };

/** How many times as long the fastest container takes to start as the fastest of these runtimes. */
export function containerByWasm(isWanted: (runtime: string) => boolean) {
  return ({ startup }: Results): Found => {
    const containers = fastest(startup, ({ kind }) => kind === 'container');
    const wasm = fastest(startup, ({ kind, runtime }) => kind === 'wasm' && isWanted(runtime));
    if (containers === undefined || wasm === undefined) return NO_STARTS;
    return { ...ratioOfMedians(containers.raw, wasm.raw), of: named(containers, wasm) };
  };
}

function fastest(
  result: ExperimentResult | undefined,
  isWanted: (contender: ContenderResult) => boolean,
): ContenderResult | undefined {
  return result?.contenders
    .filter(isWanted)
    .sort((one, other) => one.median - other.median)
    .at(0);
}

function named(above: ContenderResult, below: ContenderResult): string {
  return `${above.runtime} by ${below.runtime}`;
}

/** How many times as long the fastest of these runtimes computes as a process of this machine. */
export function wasmByNative(isWanted: (runtime: string) => boolean) {
  return ({ speed }: Results): Found => {
    const wasm = fastest(speed, ({ kind, runtime }) => kind === 'wasm' && isWanted(runtime));
    const hasNative = speed?.contenders.some(({ kind }) => kind === 'native') === true;
    if (wasm === undefined || !hasNative) {
      return { missing: 'No speed was measured of both such a runtime and native.' };
    }
    return { value: wasm.median, ci95: wasm.ci95, of: `${wasm.runtime} by native` };
  };
}

/** How many times as large the image is as the module of the same program. */
export function imageByModule({ portability }: Results): Found {
  const rows = portability?.tables.find(({ id }) => id === 'sizes')?.rows ?? [];
  const size = (what: string): number | undefined =>
    rows.flatMap(({ cells }) => {
      const { what: name, bytes } = cells;
      return typeof name === 'string' && name.startsWith(what) && typeof bytes === 'number'
        ? [bytes]
        : [];
    })[0];
  const [image, module] = [size('image'), size('module')];
  if (image === undefined || module === undefined) {
    return { missing: 'The sizes of an image and of its module are not both known.' };
  }
  const value = image / module;
  return { value, ci95: [value, value], of: 'the image by the module of the twin' };
}
