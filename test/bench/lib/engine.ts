import { discoverEngines } from '../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { commandLine, listenerOf, processes } from './process-cpu.js';

/** The local Docker engine. Throws with what to do when there is none: a benchmark needs one. */
export async function dockerEngine(): Promise<Engine> {
  const { engines, infos } = await discoverEngines();
  const engine = engines.find(({ id, info }) => id === 'docker' && info.local);
  if (engine !== undefined) return engine;
  const found = infos.map(({ name, why }) => `${name}: ${why ?? 'is not a local Docker engine'}`);
  throw new Error(`this needs a Docker engine on this machine. ${found.join('; ')}`);
}

/** So that the docker client talks to the same engine as the lab. */
export function dockerEnvironment(engine: Engine): NodeJS.ProcessEnv {
  return { ...process.env, DOCKER_HOST: engine.info.address };
}

export interface EngineProcesses {
  dockerd: number;
  /** containerd and the shims of these containers: what reading stats through the engine also keeps busy. */
  below: number[];
}

export function engineProcesses(engine: Engine, containerIds: readonly string[]): EngineProcesses {
  const socket = /^unix:\/\/(.+)$/.exec(engine.info.address ?? '')?.[1];
  if (socket === undefined) throw new Error('the engine has no unix socket');
  const dockerd = listenerOf(socket, 'dockerd');
  const shims = containerIds.flatMap((id) => processes('containerd-shim-runc-v2', id));
  const [shim] = shims;
  if (shim === undefined) return { dockerd, below: [] };
  const args = commandLine(shim);
  const address = args[args.indexOf('-address') + 1] ?? '';
  return { dockerd, below: [listenerOf(address, 'containerd'), ...shims] };
}
