import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { EngineId, OciRuntime } from './engine.js';
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

export function describeOciRuntimes(
  id: EngineId,
  version: ReportedVersion,
  info: ReportedInfo,
  local: boolean,
): Promise<OciRuntime[]> {
  return Promise.all(
    ociRuntimeNames(id, info).map(async (name) => {
      const path = info.Runtimes?.[name]?.path;
      const why = local ? whyNotHere(name) : undefined;
      const known =
        componentVersion(version, new RegExp(`\\b${escapeForRegExp(name)}\\b`)) ??
        (local && path !== undefined ? await askVersion(path) : undefined);
      return {
        name,
        ...(known === undefined ? {} : { version: known }),
        ...(why === undefined ? {} : { why }),
      };
    }),
  );
}

/** `crun version 1.8.1` -> `1.8.1`; undefined when the program does not say. */
function askVersion(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: VERSION_QUESTION_MS }, (_error, stdout) => {
      resolve(/version (\S+)/.exec(stdout)?.[1]);
    });
  });
}

/** crun refuses a machine whose unified hierarchy holds controllers beside cgroup v1. */
function whyNotHere(name: string): string | undefined {
  if (name !== 'crun') return undefined;
  const controllers = unifiedControllers();
  if (controllers === undefined || controllers === '') return undefined;
  return `crun does not run on hybrid cgroups: cgroup v2 here holds the controller ${controllers} beside cgroup v1. Boot with systemd.unified_cgroup_hierarchy=1, or mount that controller as cgroup v1.`;
}

function unifiedControllers(): string | undefined {
  try {
    return readFileSync('/sys/fs/cgroup/unified/cgroup.controllers', 'utf8').trim();
  } catch {
    return undefined;
  }
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
