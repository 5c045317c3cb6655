import { readdirSync } from 'node:fs';
import { KeptFile } from '../files/kept-file.js';
import { toCounter } from '../files/kernel-text.js';

const NANOSECONDS_PER_MS = 1e6;

/** First field of schedstat: time spent on a CPU, in ns (scheduler/sched-stats.rst, /proc/PID/schedstat). */
export function parseSchedstat(text: string): number | undefined {
  return toCounter(text.split(' ')[0]);
}

interface Task {
  file: KeptFile;
  runNs: number;
}

/**
 * CPU time of a process finer than the 10 ms ticks of /proc/PID/stat: schedstat summed over its
 * threads. The file of a process is that of its first thread only, and a thread that ended takes its
 * time with it, so what it had when last seen is kept here.
 */
export class TaskClock {
  private readonly tasks = new Map<string, Task>();
  private endedNs = 0;

  constructor(private readonly taskDirectory: string) {}

  /** CPU time in ms of all threads seen so far; undefined when none can be read. */
  read(threads: number | undefined): number | undefined {
    if (this.tasks.size === 0 || threads !== this.tasks.size) this.rescan();
    if (this.readAll()) return this.total();
    // A thread ended since the last look: another may have taken its place.
    this.rescan();
    this.readAll();
    return this.tasks.size === 0 ? undefined : this.total();
  }

  close(): void {
    for (const task of this.tasks.values()) task.file.close();
    this.tasks.clear();
  }

  private total(): number {
    let sumNs = this.endedNs;
    for (const task of this.tasks.values()) sumNs += task.runNs;
    return sumNs / NANOSECONDS_PER_MS;
  }

  /** False when at least one thread was gone. */
  private readAll(): boolean {
    let complete = this.tasks.size > 0;
    for (const [tid, task] of this.tasks) {
      const runNs = parseSchedstat(task.file.text() ?? '');
      if (runNs === undefined) {
        this.endedNs += task.runNs;
        task.file.close();
        this.tasks.delete(tid);
        complete = false;
      } else task.runNs = runNs;
    }
    return complete;
  }

  private rescan(): void {
    for (const tid of list(this.taskDirectory)) {
      if (this.tasks.has(tid)) continue;
      const file = KeptFile.open(`${this.taskDirectory}/${tid}/schedstat`);
      if (file !== undefined) this.tasks.set(tid, { file, runNs: 0 });
    }
  }
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
