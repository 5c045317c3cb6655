import type { RuntimeSource } from '../runtime.js';
import type { GuestHosting } from './hosting.js';
import { browserInfo, findHost } from './info.js';
import { BrowserRuntime } from './runtime.js';

/** Here as long as a page has offered to host guests, or one could be opened. */
export function createBrowserSource(hosting: GuestHosting): RuntimeSource {
  return {
    owns: (runtimeId) => runtimeId === 'browser',
    discover: async () => {
      const info = browserInfo(await findHost(hosting));
      return { engines: [], runtimes: [new BrowserRuntime(info, hosting)] };
    },
    watch: (onChange) => hosting.pages.onChange(onChange),
    cleanUp: () => Promise.resolve(),
    close: () => undefined,
  };
}
