import * as v from 'valibot';

const positiveInteger = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What a run may use at most. The same words for both worlds; absent means not limited. */
export const LimitsSchema = v.strictObject({
  memoryBytes: v.optional(positiveInteger),
  /** Cores, 0.5 is half of one. */
  cpus: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(4096))),
  pids: v.optional(positiveInteger),
  /** Wall time from the request, in milliseconds. */
  timeoutMs: v.optional(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(86_400_000))),
  fuel: v.optional(positiveInteger),
});
export type Limits = v.InferOutput<typeof LimitsSchema>;
export type LimitName = 'memory' | 'cpus' | 'pids' | 'time' | 'fuel';

/** A path that exists on the host, made visible to the guest. Read-write unless said otherwise, as in `docker run -v`. */
export const VolumeSchema = v.strictObject({
  hostPath: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  guestPath: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  readOnly: v.boolean(),
});
export type Volume = v.InferOutput<typeof VolumeSchema>;

/** What a guest may reach. Nothing, unless listed. */
export const GrantsSchema = v.strictObject({
  env: v.record(
    v.pipe(v.string(), v.regex(/^[^=\0]+$/, 'a name without = or NUL')),
    v.pipe(v.string(), v.maxLength(131_072)),
  ),
  volumes: v.pipe(v.array(VolumeSchema), v.maxLength(64)),
  /** Engine network name; `none` is no network at all. */
  network: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  /** A host file whose content becomes the guest's standard input. */
  stdinPath: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))),
});
export type Grants = v.InferOutput<typeof GrantsSchema>;

/**
 * What stands between a container and the host beyond its namespaces. The defaults are the least
 * privilege; a Wasm runtime has none of these and ignores them.
 */
export const PrivilegesSchema = v.strictObject({
  /** Capabilities kept; all others are dropped. Names without `CAP_`. */
  capAdd: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z_]{2,32}$/))), v.maxLength(64)),
  readOnlyRoot: v.boolean(),
  noNewPrivileges: v.boolean(),
  seccomp: v.picklist(['default', 'unconfined']),
  /** All of the above given up, with the host's devices (`docker run --privileged`). Absent: no. */
  privileged: v.optional(v.boolean()),
  /** Its processes are among the host's (`--pid host`). Absent: no. */
  hostProcesses: v.optional(v.boolean()),
});
export type Privileges = v.InferOutput<typeof PrivilegesSchema>;

export const LEAST_GRANTS: Grants = { env: {}, volumes: [], network: 'none' };
export const LEAST_PRIVILEGES: Privileges = {
  capAdd: [],
  readOnlyRoot: true,
  noNewPrivileges: true,
  seccomp: 'default',
};

/**
 * Who holds a limit. `interface`: the guest's interface has no call that could exceed it (a WASI
 * preview 1 module cannot make a process). `none`: nobody does; with best effort this is a warning.
 */
export type Enforcer =
  'cgroup' | 'engine-flag' | 'module-maximum' | 'v8-flag' | 'lab-kill' | 'interface' | 'none';
/** Only the limits that were asked for. */
export type EnforcedBy = Partial<Record<LimitName, Enforcer>>;
