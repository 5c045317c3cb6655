import type { WrittenPaths } from '../../contract/index.js';
import type { CgroupQuery } from '../../metrics/cgroup/locate.js';

/** Another instance, by its first process: a container's id, or `PID-STARTTICKS` of a process. */
export interface Neighbour {
  id: string;
  name: string;
  pid: number;
}

export interface ContainerProfileQuery extends Pick<CgroupQuery, 'procRoot' | 'mountPrefix'> {
  /** EngineInfo.id. */
  engine: string;
  /** The engine's inspect document, as it came. */
  inspect: unknown;
  /** The container's first process, when it is on this machine. */
  pid?: number;
  /** Why there is no `pid`. */
  without?: 'not-running' | 'elsewhere';
  /** Run by a user who is not root. */
  isRootless?: boolean;
  /** Where the document does not tell it (Podman's compatible one). */
  ociRuntime?: string;
  /** The other instances that run here, to name whose namespaces it shares. */
  neighbours?: readonly Neighbour[];
  /** As its engine tells it. */
  written?: WrittenPaths;
}
