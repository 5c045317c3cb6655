import { createBrowserSource } from './browser/index.js';
import type { GuestHosting } from './browser/index.js';
import { commandSources } from './command/index.js';
import type { CommandSourceOptions } from './command/index.js';
import { createDockerSource } from './docker/index.js';
import type { RuntimeSource } from './runtime.js';
import { createV8Source } from './v8/index.js';

export interface RegistryOptions extends CommandSourceOptions {
  /** The built guest host of the V8 runtime. */
  v8HostPath: string;
  /** The pages that can host guests. */
  guests: GuestHosting;
}

/** Every family of runtimes that the lab knows, in the order in which they are shown. */
export function runtimeSources(options: RegistryOptions): RuntimeSource[] {
  return [
    createDockerSource(),
    createV8Source({ hostPath: options.v8HostPath, launchers: options.launchers }),
    ...commandSources(options),
    createBrowserSource(options.guests),
  ];
}
