import type { ContainerUse } from './container-use.js';
import type {
  AccessControlLabel,
  CapabilitySets,
  IdMapping,
  LimitWall,
  MountWall,
  NamespaceName,
  NamespaceOwner,
  SeccompState,
  Told,
  Ulimit,
} from './walls.js';

/** What isolates a container: asked for (the engine's inspect document) beside what the kernel shows. */
export interface ContainerProfile {
  id: string;
  name: string;
  engine: string;
  isRootless: boolean;
  /** `--privileged`. */
  isPrivileged: boolean;
  /** On the host; absent when it does not run, or not on this kernel. */
  pid?: number;
  ociRuntime?: string;
  restartPolicy?: string;
  namespaces: ({ name: NamespaceName; inode?: number } & Told<NamespaceOwner>)[];
  capabilities: {
    declared?: string[];
    effective?: CapabilitySets;
    /** Against what the engine gives by default; of the effective set, or of the declared one where that is all. */
    beyondDefault: string[];
    belowDefault: string[];
  };
  seccomp: {
    /** `default`, `unconfined`, or `custom`. */
    declared?: 'default' | 'unconfined' | 'custom';
    effective?: SeccompState;
  };
  noNewPrivileges: Told<boolean>;
  accessControl: Told<AccessControlLabel>;
  user: {
    /** As asked for: `1000:1000`, `nobody`; absent: the image's, root unless it says otherwise. */
    declared?: string;
    insideUid?: number;
    outsideUid?: number;
    outsideGid?: number;
    groups?: number[];
    uidMap?: IdMapping[];
    gidMap?: IdMapping[];
  };
  rootFilesystem: Told<'read-only' | 'writable'>;
  mounts: MountWall[];
  devices: {
    declared: { hostPath: string; path?: string; rights?: string }[];
    /** Device nodes of the host that are there beyond those every container has. */
    effective?: string[];
    /** What its cgroup (v1; v2 does not tell) lets it open beyond that: `c 10:229 rwm`, `a *:* rwm` for all. */
    allowed?: string[];
  };
  maskedPaths: Told<string[]>;
  readOnlyPaths: Told<string[]>;
  network: {
    /** `bridge`, `host`, `none`, `container:ID`, or a network's name. */
    mode?: string;
    interfaces?: { name: string; addresses: string[] }[];
    publishedPorts: {
      containerPort: number;
      protocol: string;
      hostAddress?: string;
      hostPort?: number;
    }[];
  };
  limits: LimitWall[];
  ulimits: Told<Ulimit[]>;
  /** Names of environment variables that look like secrets. Never their values. */
  secretNames: string[];
  /** Absent when it does not run here. */
  used?: ContainerUse;
}
