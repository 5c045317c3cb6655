import { instantiate } from './guest.js';
import type { Guest } from './guest.js';
import type { Control } from './control.js';
import type { HostRequest } from './protocol.js';

/**
 * One process for many guests: they share it, its isolate and heap, and the compiled code; each has a linear memory
 * and a WASI of its own. A guest runs to the end of its program, and its instance is kept. One that cannot be had
 * leaves the others as they are.
 */
export function holdMany(
  module: WebAssembly.Module,
  request: HostRequest,
  { report, waitForLine, nowMs }: Omit<Control, 'request'> & { nowMs: () => number },
): number {
  const kept: Guest[] = [];
  while (waitForLine()) {
    try {
      const guest = instantiate(module, request, nowMs, () => undefined);
      const code = guest.run() >>> 0;
      kept.push(guest);
      report({ event: 'held', code, memoryBytes: guest.memoryBytes() });
    } catch (thrown) {
      report({
        event: 'not-held',
        message: thrown instanceof Error ? thrown.message : String(thrown),
      });
    }
  }
  return 0;
}
