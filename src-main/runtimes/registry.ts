import type { RuntimeSource } from './runtime.js';

export interface RegistryOptions {
  /** The built guest host of the V8 runtime. */
  v8HostPath: string;
}

/** Every family of runtimes that the lab knows, in the order in which they are shown. */
export function runtimeSources(options: RegistryOptions): RuntimeSource[] {
  const sources: [condition: boolean, create: () => RuntimeSource][] = [];
  return sources
    .filter(([here]) => here && options.v8HostPath !== '')
    .map(([, create]) => create());
}
