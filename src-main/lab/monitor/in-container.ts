import { readFile } from 'node:fs/promises';
import type { FoundInstance } from '../../runtimes/instances.js';

/** What engines call the cgroups of containers: 64 hexadecimal digits somewhere in the path. */
const CONTAINER_ID = /[0-9a-f]{64}/;

/** Which Wasm processes run inside which container. A process is looked at once in its life: it does not move. */
export class InContainer {
  readonly #containerIds = new Map<string, string | undefined>();

  constructor(private readonly procRoot = '/proc') {}

  /** Undefined when it is in none, and before the first look has ended. */
  readonly containerOf = ({ view: { id, pid } }: FoundInstance): string | undefined => {
    if (!this.#containerIds.has(id) && pid !== undefined) void this.#look(id, pid);
    return this.#containerIds.get(id);
  };

  /** Forgets all. */
  clear(): void {
    this.#containerIds.clear();
  }

  async #look(id: string, pid: number): Promise<void> {
    this.#containerIds.set(id, undefined);
    const path = `${this.procRoot}/${String(pid)}/cgroup`;
    const cgroup = await readFile(path, 'latin1').catch(() => '');
    this.#containerIds.set(id, CONTAINER_ID.exec(cgroup)?.[0]);
  }
}
