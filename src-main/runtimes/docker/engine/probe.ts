import { release } from 'node:os';
import * as v from 'valibot';
import type { EngineInfo } from '../../../contract/index.js';
import type { Address } from './address.js';
import type { Candidate } from './candidates.js';
import { connect } from './client.js';
import type { EngineClient } from './client.js';
import type { Engine, EngineFacts, EngineId } from './engine.js';
import { describeOciRuntimes } from './oci-runtimes.js';
import {
  InfoSchema,
  VersionSchema,
  componentVersion,
  isRootless,
  podmanVersionIn,
} from './reported.js';
import type { ReportedInfo, ReportedVersion } from './reported.js';
import { errorNumber, unreachable } from './unreachable.js';

/** A socket that accepts and never answers must not hold up the rest. */
const FIRST_ANSWER_MS = 1500;
/** An SSH or TCP connection to another machine takes longer. */
const FIRST_ANSWER_FAR_MS = 5000;
/** GET /info counts containers and images, and Podman's asks other programs: slow on a busy machine. */
const DESCRIPTION_MS = 10_000;
/** Docker 20.10 and newer, daemon/daemon_unix.go: `linuxMinMemory`. */
const DOCKER_MINIMUM_MEMORY_BYTES = 6 * 1024 * 1024;

export type Probed = { engine: Engine } | { engine?: undefined; info: EngineInfo; absent: boolean };

/** Asks who is there. Never throws: an engine that does not answer comes back with the reason. */
export async function probe(candidate: Candidate): Promise<Probed> {
  const { address } = candidate;
  let client: EngineClient | undefined;
  try {
    client = connect(candidate);
    await firstAnswer(client, address);
    const info = v.parse(InfoSchema, await ask(client, '/info', DESCRIPTION_MS));
    const version =
      podmanVersionIn(info) ??
      v.parse(VersionSchema, await ask(client, '/version', DESCRIPTION_MS));
    return { engine: await describe(candidate, client, version, info) };
  } catch (thrown) {
    client?.close();
    const { why, hint } = unreachable(address, thrown);
    return {
      info: {
        id: guessId(address),
        name: guessName(address),
        address: address.text,
        local: false,
        available: false,
        why,
        hint,
      },
      absent: candidate.namedBy === undefined && errorNumber(thrown) === 'ENOENT',
    };
  }
}

function firstAnswer(client: EngineClient, address: Address): Promise<unknown> {
  const far = address.kind === 'ssh' || address.kind === 'tcp';
  return ask(client, '/_ping', far ? FIRST_ANSWER_FAR_MS : FIRST_ANSWER_MS);
}

function ask(client: EngineClient, path: string, withinMs: number): Promise<unknown> {
  return client.json({ method: 'GET', path, signal: AbortSignal.timeout(withinMs) });
}

async function describe(
  candidate: Candidate,
  client: EngineClient,
  version: ReportedVersion,
  info: ReportedInfo,
): Promise<Engine> {
  const id: EngineId = componentVersion(version, /^podman/i) === undefined ? 'docker' : 'podman';
  const local = isLocal(candidate.address, info);
  return {
    id,
    client,
    info: {
      id,
      name: engineName(id, candidate.address, info),
      version: version.Version,
      address: candidate.address.text,
      local,
      available: true,
    },
    facts: {
      ...limitsOf(info),
      identity: identityOf(id, candidate.address, info),
      architecture: version.Arch,
      ...(info.NCPU === undefined ? {} : { cores: info.NCPU }),
      ...(info.MemTotal === undefined ? {} : { memoryBytes: info.MemTotal }),
      rootless: isRootless(info),
      ...storageOf(info),
      seccomp: info.SecurityOptions?.some((option) => option.includes('name=seccomp')) ?? true,
      ...(id === 'docker' ? { minimumMemoryBytes: DOCKER_MINIMUM_MEMORY_BYTES } : {}),
      ociRuntimes: await describeOciRuntimes(
        { id, address: candidate.address, local },
        version,
        info,
      ),
    },
  };
}

function limitsOf(info: ReportedInfo): Pick<EngineFacts, 'cgroupVersion' | 'canLimit'> {
  const cgroup = info.CgroupVersion;
  // cgroup v1 hands nothing on to users; Podman then says that it limits, and silently does not.
  const canLimit = !(isRootless(info) && cgroup === '1');
  return {
    ...(cgroup === '1' ? { cgroupVersion: 1 } : cgroup === '2' ? { cgroupVersion: 2 } : {}),
    canLimit: {
      memory: canLimit && (info.MemoryLimit ?? true),
      swap: canLimit && (info.SwapLimit ?? true),
      cpus: canLimit && (info.CpuCfsQuota ?? true),
      pids: canLimit && (info.PidsLimit ?? true),
    },
  };
}

function storageOf({ DockerRootDir: root, Driver: driver }: ReportedInfo) {
  return root === undefined || driver === undefined ? {} : { storage: { root, driver } };
}

/** Podman makes up a new ID for each answer: there the socket says which engine it is. */
function identityOf(id: EngineId, address: Address, info: ReportedInfo): string {
  return id === 'docker' && info.ID !== undefined && info.ID !== '' ? info.ID : address.text;
}

/**
 * Whether its containers run on this very kernel. A Docker Desktop or Colima socket is a socket of
 * this machine too, but its containers live in a virtual machine; each run checks once more.
 */
function isLocal(address: Address, info: ReportedInfo): boolean {
  return (
    process.platform === 'linux' &&
    address.kind === 'unix' &&
    info.OSType === 'linux' &&
    info.KernelVersion === release() &&
    info.OperatingSystem !== 'Docker Desktop'
  );
}

function engineName(id: EngineId, address: Address, info: ReportedInfo): string {
  const suffix = isRootless(info) ? ' (rootless)' : '';
  if (id === 'podman') return `Podman${suffix}`;
  if (info.OperatingSystem === 'Docker Desktop') return 'Docker Desktop';
  if (info.Name === 'colima' || address.path?.includes('/.colima/') === true) return 'Colima';
  return `Docker${suffix}`;
}

function guessId(address: Address): EngineId {
  return address.text.includes('podman') ? 'podman' : 'docker';
}

function guessName(address: Address): string {
  return guessId(address) === 'podman' ? 'Podman' : 'Docker';
}
