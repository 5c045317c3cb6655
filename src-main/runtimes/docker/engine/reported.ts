import * as v from 'valibot';

/** The parts of GET /version and GET /info that the lab uses; engines add and leave out fields freely. */
export const VersionSchema = v.object({
  Version: v.string(),
  Arch: v.string(),
  Components: v.optional(
    v.nullable(v.array(v.object({ Name: v.string(), Version: v.optional(v.string()) }))),
  ),
});
export type ReportedVersion = v.InferOutput<typeof VersionSchema>;

export const InfoSchema = v.object({
  ID: v.optional(v.string()),
  Name: v.optional(v.string()),
  OSType: v.optional(v.string()),
  OperatingSystem: v.optional(v.string()),
  KernelVersion: v.optional(v.string()),
  NCPU: v.optional(v.number()),
  MemTotal: v.optional(v.number()),
  DockerRootDir: v.optional(v.string()),
  Driver: v.optional(v.string()),
  CgroupVersion: v.optional(v.string()),
  MemoryLimit: v.optional(v.boolean()),
  SwapLimit: v.optional(v.boolean()),
  CpuCfsQuota: v.optional(v.boolean()),
  PidsLimit: v.optional(v.boolean()),
  /** Podman's own. */
  Rootless: v.optional(v.boolean()),
  ServerVersion: v.optional(v.string()),
  Architecture: v.optional(v.string()),
  SecurityOptions: v.optional(v.nullable(v.array(v.string()))),
  DefaultRuntime: v.optional(v.string()),
  Runtimes: v.optional(
    v.nullable(
      v.record(
        v.string(),
        v.object({ path: v.optional(v.string()), runtimeType: v.optional(v.string()) }),
      ),
    ),
  ),
});
export type ReportedInfo = v.InferOutput<typeof InfoSchema>;

/** Run by a user who is not root, in a user namespace. */
export function isRootless({ Rootless, SecurityOptions }: ReportedInfo): boolean {
  return Rootless === true || (SecurityOptions?.some((one) => one.includes('rootless')) ?? false);
}

/**
 * What GET /version would say of a Podman, as far as its GET /info says it too: the former takes it up to half a second.
 * Undefined for any other engine (only Podman tells whether it is rootless there).
 */
export function podmanVersionIn(info: ReportedInfo): ReportedVersion | undefined {
  const { Rootless, ServerVersion, Architecture } = info;
  if (Rootless === undefined || ServerVersion === undefined || Architecture === undefined) {
    return undefined;
  }
  return {
    Version: ServerVersion,
    Arch: Architecture,
    Components: [{ Name: 'Podman Engine', Version: ServerVersion }],
  };
}

export function componentVersion(version: ReportedVersion, name: RegExp): string | undefined {
  const text = version.Components?.find((component) => name.test(component.Name))?.Version;
  // Podman answers with all lines of `crun --version`.
  return text === undefined ? undefined : (/(?:version )?(\d\S*)/.exec(text)?.[1] ?? text);
}
