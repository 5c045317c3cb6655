import * as v from 'valibot';

/** Null, missing or of another type than the API says: absent, and the rest still counts. */
const text = v.fallback(v.optional(v.string()), undefined);
const count = v.fallback(v.optional(v.number()), undefined);
const flag = v.fallback(v.optional(v.boolean()), undefined);
const texts = v.fallback(v.optional(v.array(v.string()), []), []);
const entry = { Name: text, Soft: count, Hard: count };

function listOf<const E extends v.ObjectEntries>(entries: E) {
  return v.fallback(v.optional(v.array(v.object(entries)), []), []);
}

const textMap = v.fallback(v.optional(v.record(v.string(), v.string()), {}), {});

const StateSchema = v.object({
  Status: text,
  Running: flag,
  Paused: flag,
  Restarting: flag,
  Dead: flag,
  OOMKilled: flag,
  Pid: count,
  ExitCode: count,
  Error: text,
  StartedAt: text,
  FinishedAt: text,
  Health: v.fallback(
    v.optional(
      v.object({
        Status: text,
        FailingStreak: count,
        Log: listOf({ Start: text, ExitCode: count, Output: text }),
      }),
    ),
    undefined,
  ),
});

const ConfigSchema = v.object({
  Image: text,
  Hostname: text,
  User: text,
  Tty: flag,
  OpenStdin: flag,
  Env: texts,
  Cmd: texts,
  // Podman's own API has one string here.
  Entrypoint: texts,
  WorkingDir: text,
  StopSignal: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
  Labels: textMap,
  Healthcheck: v.fallback(
    v.optional(
      v.object({
        Test: texts,
        Interval: count,
        Timeout: count,
        Retries: count,
        StartPeriod: count,
      }),
    ),
    undefined,
  ),
});

const HostConfigSchema = v.object({
  Runtime: text,
  LogConfig: v.fallback(v.optional(v.object({ Type: text, Config: textMap })), undefined),
  NetworkMode: text,
  RestartPolicy: v.fallback(
    v.optional(v.object({ Name: text, MaximumRetryCount: count })),
    undefined,
  ),
  AutoRemove: flag,
  Privileged: flag,
  ReadonlyRootfs: flag,
  CapAdd: texts,
  CapDrop: texts,
  SecurityOpt: texts,
  GroupAdd: texts,
  Dns: texts,
  ExtraHosts: texts,
  PidMode: text,
  IpcMode: text,
  UTSMode: text,
  UsernsMode: text,
  CgroupnsMode: text,
  Memory: count,
  MemorySwap: count,
  MemoryReservation: count,
  NanoCpus: count,
  CpuShares: count,
  CpuQuota: count,
  CpuPeriod: count,
  CpusetCpus: text,
  PidsLimit: count,
  ShmSize: count,
  OomScoreAdj: count,
  OomKillDisable: flag,
  Ulimits: listOf(entry),
  Devices: listOf({ PathOnHost: text, PathInContainer: text, CgroupPermissions: text }),
  DeviceRequests: v.fallback(v.optional(v.array(v.unknown()), []), []),
  Tmpfs: textMap,
  Init: flag,
  Sysctls: textMap,
});

const AddressSchema = v.object({ IPAddress: text, GlobalIPv6Address: text, MacAddress: text });
const BindingsSchema = v.fallback(
  v.nullable(v.array(v.object({ HostIp: text, HostPort: text }))),
  null,
);
const NetworkSettingsSchema = v.object({
  Ports: v.fallback(v.optional(v.record(v.string(), BindingsSchema), {}), {}),
  Networks: v.fallback(v.optional(v.record(v.string(), AddressSchema), {}), {}),
});

/** GET /containers/{id}/json: what is shown of it. Seen with Docker 20.10 and Podman 4.3 (its compatible API). */
const InspectedSchema = v.object({
  Id: v.string(),
  Name: text,
  Created: text,
  Path: text,
  Args: texts,
  Image: text,
  Platform: text,
  Driver: text,
  RestartCount: count,
  AppArmorProfile: text,
  State: StateSchema,
  Config: ConfigSchema,
  HostConfig: HostConfigSchema,
  Mounts: listOf({
    Type: text,
    Name: text,
    Source: text,
    Destination: text,
    RW: flag,
    Propagation: text,
  }),
  NetworkSettings: v.optional(NetworkSettingsSchema, {}),
});
export type Inspected = v.InferOutput<typeof InspectedSchema>;

/** Throws a ValiError for what is no such document. */
export function parseInspected(document: unknown): Inspected {
  return v.parse(InspectedSchema, document);
}
