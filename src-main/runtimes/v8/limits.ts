import { wholePages } from '../../isolation/module/index.js';
import { cpuHolder } from '../module/cpu-cgroup.js';
import { LAB_HOLDERS, severalMemories } from '../module/limits.js';
import type { Holders } from '../module/limits.js';

export function v8Holders(): Holders {
  return {
    ...LAB_HOLDERS,
    memory: {
      by: 'v8-flag',
      how: 'V8 refuses to grow the linear memory beyond it (--wasm-max-mem-pages)',
      flags: (bytes) => [`--wasm-max-mem-pages=${wholePages(bytes)}`],
      unless: severalMemories,
    },
    cpus: cpuHolder(),
  };
}
