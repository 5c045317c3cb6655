import * as v from 'valibot';
import { count, countOrNull, flag, listOf, mapOf, text, toldListOf } from './tolerant.js';

const texts = listOf(v.string());
/** Null: exposed by the image, and not published. */
const BindingsSchema = v.nullable(listOf(v.object({ HostIp: text, HostPort: text })));

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
  MemorySwap: count,
  NanoCpus: count,
  CpuQuota: count,
  CpuPeriod: count,
  PidsLimit: countOrNull,
  Devices: listOf(
    v.object({ PathOnHost: v.string(), PathInContainer: text, CgroupPermissions: text }),
  ),
  Ulimits: listOf(v.object({ Name: v.string(), Soft: v.number(), Hard: v.number() })),
  MaskedPaths: toldListOf(v.string()),
  ReadonlyPaths: toldListOf(v.string()),
  PortBindings: mapOf(BindingsSchema),
  RestartPolicy: v.fallback(
    v.optional(v.object({ Name: text, MaximumRetryCount: count })),
    undefined,
  ),
  Runtime: text,
  Tmpfs: mapOf(text),
});

const MountSchema = v.object({
  Type: text,
  Name: text,
  Source: v.fallback(v.optional(v.string(), ''), ''),
  Destination: v.fallback(v.optional(v.string(), ''), ''),
  RW: v.fallback(v.optional(v.boolean(), true), true),
  Propagation: text,
});

const NetworkSettingsSchema = v.object({
  Ports: mapOf(BindingsSchema),
  Networks: mapOf(v.object({ IPAddress: text, GlobalIPv6Address: text })),
});

/** The part of `GET /containers/{id}/json` (Docker Engine API; Podman's compatible one) that says what was asked. */
const InspectSchema = v.object({
  Id: text,
  Name: text,
  AppArmorProfile: text,
  ProcessLabel: text,
  HostConfig: HostConfigSchema,
  Mounts: listOf(MountSchema),
  Config: v.fallback(v.optional(v.object({ User: text, Env: texts }), {}), { Env: [] }),
  NetworkSettings: v.fallback(v.optional(NetworkSettingsSchema), undefined),
});
export type Inspect = v.InferOutput<typeof InspectSchema>;
export type HostConfig = Inspect['HostConfig'];

/** Undefined when the value is no inspect document. */
export function parseInspect(value: unknown): Inspect | undefined {
  const parsed = v.safeParse(InspectSchema, value);
  return parsed.success ? parsed.output : undefined;
}
