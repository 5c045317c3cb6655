import type { Discovery, RuntimeSource } from '../runtime.js';
import { removeOrphanCgroups } from '../module/cpu-cgroup.js';
import { endOrphans } from '../module/orphans.js';
import { createV8Runtime } from './runtime.js';
import type { V8RuntimeOptions } from './runtime.js';

/** V8 is always here: it comes with the executable that runs the lab. */
export function createV8Source(options: V8RuntimeOptions): RuntimeSource {
  return {
    owns: (runtimeId) => runtimeId === 'v8',
    discover: (): Promise<Discovery> =>
      Promise.resolve({ engines: [], runtimes: [createV8Runtime(options)] }),
    watch: () => () => undefined,
    cleanUp: () => {
      endOrphans();
      removeOrphanCgroups();
      return Promise.resolve();
    },
    close: () => undefined,
  };
}
