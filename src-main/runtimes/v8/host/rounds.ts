import { instantiate } from './guest.js';
import type { HostEvent, HostRequest } from './protocol.js';

/** A warm host: the module stays compiled, each round is a fresh instance with a WASI of its own. */
export function runRounds(
  module: WebAssembly.Module,
  request: HostRequest,
  nowMs: () => number,
  report: (event: HostEvent) => void,
): number {
  let lastCode = 0;
  for (let round = 0; round < (request.rounds ?? 0); round += 1) {
    const startMs = nowMs();
    const guest = instantiate(module, request, nowMs, () => undefined);
    const runningMs = nowMs();
    lastCode = guest.run();
    report({ event: 'round', instantiateMs: runningMs - startMs, runMs: nowMs() - runningMs });
  }
  report({ event: 'exited', atMs: nowMs(), code: lastCode >>> 0, memoryBytes: 0 });
  return lastCode & 0xff;
}
