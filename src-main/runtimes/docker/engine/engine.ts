import type { EngineInfo } from '../../../contract/index.js';
import type { EngineClient } from './client.js';
import type { OciKind } from './oci-kinds.js';

export type EngineId = 'docker' | 'podman';

/** An engine that answers. */
export interface Engine {
  readonly id: EngineId;
  readonly info: EngineInfo;
  readonly client: EngineClient;
  readonly facts: EngineFacts;
}

/** What the engine says of itself (GET /version and GET /info), once per discovery. */
export interface EngineFacts {
  /** The same engine behind two sockets has one identity. */
  identity: string;
  /** As Go names it: `amd64`, `arm64`. */
  architecture: string;
  cores?: number;
  /** Of the engine's machine: what an unlimited container could use. */
  memoryBytes?: number;
  cgroupVersion?: 1 | 2;
  /** Which limits the engine's kernel can hold; absent is taken as yes. */
  canLimit: { memory: boolean; swap: boolean; cpus: boolean; pids: boolean };
  seccomp: boolean;
  /** Run by a user who is not root: root inside is that user outside. */
  rootless: boolean;
  /** Where it keeps images and containers, and how. */
  storage?: { root: string; driver: string };
  /** Below this the engine refuses a memory limit. */
  minimumMemoryBytes?: number;
  ociRuntimes: OciRuntime[];
}

export interface OciRuntime {
  /** As the engine knows it: `runc`, `io.containerd.kata.v2`. */
  name: string;
  kind: OciKind;
  version?: string;
  /** Its program, where that is one of this machine. */
  path?: string;
  /** Why it cannot run a container on this machine. */
  why?: string;
  /** What to do about that. */
  hint?: string;
}
