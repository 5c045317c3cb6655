import { readFileSync } from 'node:fs';
import { createEngineStatsMeter } from '../../metrics/index.js';
import type { Meter } from '../../metrics/index.js';
import type { Engine } from './engine/engine.js';
import { jsonLines } from './json-lines.js';

/**
 * Whether a container's process, as its engine numbers it, is a process of this machine: an engine
 * may live in a virtual machine behind a socket of ours. Undefined when it cannot be looked at: ended already.
 */
export function isOnThisKernel(pid: number, containerId: string): boolean | undefined {
  const isNamedIn = (file: string): boolean | undefined => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(containerId);
    } catch {
      return undefined;
    }
  };
  const cgroup = isNamedIn('cgroup');
  // A rootless engine on cgroup v1 gives a container no cgroup, but mounts its own files for it inside.
  return cgroup === false ? isNamedIn('mountinfo') === true : cgroup;
}

/** The numbers of a container as its engine streams them, one message a second, until the meter is closed. */
export function openStreamedMeter(engine: Engine, containerId: string): Meter {
  const meter = createEngineStatsMeter({ engineMemoryBytes: engine.facts.memoryBytes });
  const stop = new AbortController();
  void pour(engine, containerId, stop.signal, (message) => meter.accept(message));
  return {
    read: () => meter.read(),
    peak: () => meter.peak(),
    close: () => {
      stop.abort();
      meter.close();
    },
  };
}

/** Ends with the container, with the signal or with the engine; what is measured goes on without samples. */
async function pour(
  engine: Engine,
  containerId: string,
  signal: AbortSignal,
  accept: (message: unknown) => void,
): Promise<void> {
  try {
    const path = `/containers/${containerId}/stats`;
    const query = { stream: true };
    const stats = await engine.client.stream({ method: 'GET', path, query, signal });
    for await (const message of jsonLines(stats)) accept(message);
  } catch {
    // Aborted, or the engine is gone: whoever follows it tells.
  }
}
