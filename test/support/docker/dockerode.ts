import Docker from 'dockerode';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';

/** A client of the engine's own, for what the lab never asks. */
export function dockerOf(engine: Engine): Docker {
  const address = engine.info.address ?? '';
  if (!address.startsWith('unix://')) throw new Error(`not a local socket: ${address}`);
  return new Docker({ socketPath: address.slice('unix://'.length) });
}
