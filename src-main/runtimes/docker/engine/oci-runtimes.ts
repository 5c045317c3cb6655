import { execFile } from 'node:child_process';
import type { Address } from './address.js';
import { kindOf } from './oci-kinds.js';
import type { EngineId, OciRuntime } from './engine.js';
import { hybridControllers } from './hybrid-cgroups.js';
import { componentVersion } from './reported.js';
import type { ReportedInfo, ReportedVersion } from './reported.js';

/** Docker lists runc's shims beside runc: the same runtime by another name. */
const ALIASES_OF_RUNC = /^io\.containerd\.(runc\.v\d+|runtime\.v1\.linux)$/;
const VERSION_QUESTION_MS = 1000;

/**
 * The names of the OCI runtimes that a container can be given, the default first. Podman lists what
 * its configuration knows, here or not, and its Docker-compatible API always uses the default.
 */
export function ociRuntimeNames(id: EngineId, info: ReportedInfo): string[] {
  const byDefault = info.DefaultRuntime ?? 'runc';
  if (id === 'podman') return [byDefault.split('/').at(-1) ?? byDefault];
  const listed = Object.keys(info.Runtimes ?? {}).filter((name) => !ALIASES_OF_RUNC.test(name));
  const others = listed.filter((name) => name !== byDefault).sort();
  return listed.includes(byDefault) ? [byDefault, ...others] : others;
}

/** `info` may name runtimes that are not installed: only Docker's are taken at their word. */
export function describeOciRuntimes(
  engine: { id: EngineId; address: Address; local: boolean },
  version: ReportedVersion,
  info: ReportedInfo,
): Promise<OciRuntime[]> {
  return Promise.all(
    ociRuntimeNames(engine.id, info).map((name) => describe(engine, name, version, info)),
  );
}

async function describe(
  { id, address, local }: { id: EngineId; address: Address; local: boolean },
  name: string,
  version: ReportedVersion,
  info: ReportedInfo,
): Promise<OciRuntime> {
  const { path, runtimeType } = info.Runtimes?.[name] ?? {};
  const program = local && path?.startsWith('/') === true ? path : undefined;
  const known =
    componentVersion(version, new RegExp(`\\b${escapeForRegExp(name)}\\b`)) ??
    (program === undefined ? undefined : await askVersion(program));
  return {
    name,
    kind: kindOf(name, runtimeType, path),
    ...(known === undefined ? {} : { version: known }),
    ...(program === undefined ? {} : { path: program }),
    ...(local && info.CgroupVersion === '1' ? refusalOf(name, id, address) : {}),
  };
}

/** `crun version 1.8.1` -> `1.8.1`; undefined when the program does not say. */
function askVersion(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: VERSION_QUESTION_MS }, (_error, stdout) => {
      resolve(/version (\S+)/.exec(stdout)?.[1]);
    });
  });
}

const START: Record<EngineId, string> = {
  docker: 'dockerd',
  podman: 'podman system service --time=0',
};

/** crun refuses to start where the unified hierarchy holds controllers beside cgroup v1. */
function refusalOf(name: string, id: EngineId, address: Address): Pick<OciRuntime, 'why' | 'hint'> {
  if (name !== 'crun' || address.path === undefined) return {};
  const controllers = hybridControllers(address.path);
  if (controllers === undefined || controllers === '') return {};
  return {
    why: `crun does not run on hybrid cgroups: where this engine runs, cgroup v2 holds the controller ${controllers} beside cgroup v1.`,
    hint: `Use runc; or boot with systemd.unified_cgroup_hierarchy=1; or start the engine without that hierarchy: unshare -m sh -c "umount /sys/fs/cgroup/unified; exec ${START[id]}".`,
  };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
