import type { Enforcer, LimitName } from './limits.js';

export type RuntimeKind = 'container' | 'wasm';

/** The kind that an id says by its form: `engine:oci-runtime` is a container. For ids not looked up yet. */
export function runtimeKindOf(id: string): RuntimeKind {
  return /^(docker|podman):/.test(id) ? 'container' : 'wasm';
}

/** A runtime that the lab knows, here or not. `why` says why it is not here and how to get it. */
export interface RuntimeInfo {
  /** `docker:runc`, `v8`, `wasmtime`, `wasmtime:aot`: before the colon its family. */
  id: string;
  kind: RuntimeKind;
  name: string;
  version?: string;
  /** How it executes, where a family has several ways: `Cranelift, compiled at each start`. */
  mode?: string;
  /** The executable, where it is a program of this machine. */
  path?: string;
  available: boolean;
  why?: string;
  /** For one that is not here: how to get it, in one line. */
  hint?: string;
  /** For each limit, how it is enforced in a few words, or `none`. */
  limits: Record<LimitName, string>;
  /** For each limit, who holds it; `limits` says how. */
  heldBy?: Record<LimitName, Enforcer>;
  /** For each grant (`directories`, `environment`, `arguments`, `network`, `stdin`), how, or `none`. */
  grants: Record<string, string>;
  /** True where the user may choose the executable (`runtimes.setPath`). */
  takesPath?: boolean;
  /** Caveats that a user must know before trusting it. */
  notes: string[];
}

/** A container engine that was looked for. */
export interface EngineInfo {
  /** `docker` or `podman`. */
  id: string;
  name: string;
  version?: string;
  /** Where it is reached: `unix:///…`, `tcp://…`. */
  address?: string;
  /** True when its cgroup and /proc files can be read on this machine. */
  local: boolean;
  available: boolean;
  why?: string;
  hint?: string;
}

/** One of the programs that exist as a container image and as a module. */
export interface TwinInfo {
  name: string;
  title: string;
  /** One sentence about what it does. */
  summary: string;
  /** The arguments it takes, as in its usage line. */
  usage: string;
  /** Arguments that make an instructive first run. */
  exampleArgs: string[];
  wasmSha256: string;
  wasmBytes: number;
}
