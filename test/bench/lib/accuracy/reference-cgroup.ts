import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Skip } from '../bench.js';

const ROOT = '/sys/fs/cgroup';

/** What the kernel counted of one cgroup; what it does not tell is absent. */
export interface CgroupReference {
  peakBytes?: number;
  cpuMs?: number;
}

/** Read by code that the lab does not share: `memory.max_usage_in_bytes` and `cpuacct.usage`, or their successors. */
export function readReference(memoryFolder: string, cpuFolder: string): CgroupReference {
  const peak = numberIn(
    join(memoryFolder, 'memory.max_usage_in_bytes'),
    join(memoryFolder, 'memory.peak'),
  );
  const nanoseconds = numberIn(join(cpuFolder, 'cpuacct.usage'));
  const microseconds = /^usage_usec (\d+)$/m.exec(textOf(join(cpuFolder, 'cpu.stat')) ?? '')?.[1];
  const cpuMs = nanoseconds === undefined ? Number(microseconds) / 1e3 : nanoseconds / 1e6;
  return {
    ...(peak === undefined ? {} : { peakBytes: peak }),
    ...(Number.isNaN(cpuMs) ? {} : { cpuMs }),
  };
}

/** Keeps the last that could be read of the cgroups of this process: they are gone when it is. */
export function followReference(pid: number, everyMs = 10): { last: CgroupReference; end(): void } {
  const memory = folderOf(pid, 'memory');
  const cpu = folderOf(pid, 'cpuacct');
  const followed: { last: CgroupReference; end(): void } = {
    last: {},
    end: () => clearInterval(timer),
  };
  const timer = setInterval(() => {
    followed.last = { ...followed.last, ...readReference(memory, cpu) };
  }, everyMs);
  return followed;
}

function folderOf(pid: number, controller: string): string {
  const line = readFileSync(`/proc/${String(pid)}/cgroup`, 'utf8')
    .split('\n')
    .find((text) => text.split(':')[1]?.split(',').includes(controller));
  const unified = readFileSync(`/proc/${String(pid)}/cgroup`, 'utf8')
    .split('\n')
    .find((text) => text.startsWith('0::'));
  const path = (line ?? unified ?? '').split(':').slice(2).join(':');
  return line === undefined ? join(ROOT, path) : join(ROOT, controller, path);
}

/** A cgroup of the benchmark's own. */
export class OwnCgroup {
  readonly #folders: { memory: string; cpu: string };

  constructor(name: string) {
    const isV1 = existsSync(join(ROOT, 'memory'));
    this.#folders = isV1
      ? { memory: join(ROOT, 'memory', name), cpu: join(ROOT, 'cpuacct', name) }
      : { memory: join(ROOT, name), cpu: join(ROOT, name) };
    try {
      for (const folder of this.#all()) mkdirSync(folder, { recursive: true });
    } catch {
      throw new Skip('this user may make no cgroup to compare with: run it as root');
    }
  }

  add(pid: number): void {
    for (const folder of this.#all()) writeFileSync(join(folder, 'cgroup.procs'), String(pid));
  }

  holds(pid: number): boolean {
    const members = readFileSync(join(this.#folders.cpu, 'cgroup.procs'), 'utf8');
    return members.split('\n').includes(String(pid));
  }

  read(): CgroupReference {
    return readReference(this.#folders.memory, this.#folders.cpu);
  }

  /** Whoever is still in it goes back to the group above. */
  remove(): void {
    for (const folder of this.#all()) {
      for (const pid of readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n')) {
        if (pid !== '') writeFileSync(join(folder, '../cgroup.procs'), pid);
      }
      rmdirSync(folder);
    }
  }

  #all(): string[] {
    return [...new Set([this.#folders.memory, this.#folders.cpu])];
  }
}

function numberIn(...paths: string[]): number | undefined {
  for (const path of paths) {
    const value = Number(textOf(path) ?? Number.NaN);
    if (!Number.isNaN(value)) return value;
  }
  return undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
