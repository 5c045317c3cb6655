import * as v from 'valibot';

/** Null, missing or of another type than the API says: absent, and the rest still counts. */
const text = v.fallback(v.optional(v.string()), undefined);
const count = v.fallback(v.optional(v.number()), undefined);
const flag = v.fallback(v.optional(v.boolean()), undefined);
const texts = v.fallback(v.optional(v.array(v.string()), []), []);

const HostConfigSchema = v.object({
  Privileged: flag,
  CapAdd: texts,
  CapDrop: texts,
  SecurityOpt: texts,
  ReadonlyRootfs: flag,
  NetworkMode: text,
  PidMode: text,
  IpcMode: text,
  UTSMode: text,
  UsernsMode: text,
  CgroupnsMode: text,
  Memory: count,
  NanoCpus: count,
  CpuQuota: count,
  CpuPeriod: count,
  PidsLimit: count,
  Devices: v.fallback(v.optional(v.array(v.object({ PathOnHost: v.string() })), []), []),
});

const MountSchema = v.object({
  Type: text,
  Source: v.fallback(v.optional(v.string(), ''), ''),
  Destination: v.fallback(v.optional(v.string(), ''), ''),
  RW: v.fallback(v.optional(v.boolean(), true), true),
});

/** The part of `GET /containers/{id}/json` (Docker Engine API; Podman's compatible one) that says what was asked. */
const InspectSchema = v.object({
  AppArmorProfile: text,
  HostConfig: HostConfigSchema,
  Mounts: v.fallback(v.optional(v.array(MountSchema), []), []),
  Config: v.fallback(v.optional(v.object({ User: text }), {}), {}),
});
export type Inspect = v.InferOutput<typeof InspectSchema>;
export type HostConfig = Inspect['HostConfig'];

/** Undefined when the value is no inspect document. */
export function parseInspect(value: unknown): Inspect | undefined {
  const parsed = v.safeParse(InspectSchema, value);
  return parsed.success ? parsed.output : undefined;
}
