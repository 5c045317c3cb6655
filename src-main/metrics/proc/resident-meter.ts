import { CostBudget } from '../cost-budget.js';
import { KeptFile } from '../files/kept-file.js';
import { readText } from '../files/kernel-text.js';
import { parseSmapsRollup, sumResident } from './smaps-rollup.js';
import type { ResidentMemory } from './smaps-rollup.js';
import { parseStatusRss } from './status.js';

/** More than this many processes are not walked: their pages would have to be counted one by one. */
const MOST_PROCESSES = 64;

/**
 * RSS, PSS and private dirty of a set of processes. The kernel walks every page table for them (0.03
 * to 3 ms each), so the reading is held to a share of one core (CostBudget), and absent in between. Where
 * smaps_rollup is forbidden (another user's process) only RSS remains, from status.
 */
export class ResidentMeter {
  private readonly files = new Map<number, KeptFile | 'forbidden'>();
  private readonly budget = new CostBudget();
  private closed = false;

  constructor(private readonly procRoot: string) {}

  /** Empty when it is not due, when there are too many, or when nothing can be read. */
  read(pids: readonly number[]): ResidentMemory {
    if (pids.length === 0 || pids.length > MOST_PROCESSES) return {};
    return this.budget.spend(() => this.measure(pids)) ?? {};
  }

  close(): void {
    for (const pid of [...this.files.keys()]) this.forget(pid);
    if (!this.closed) this.budget.close();
    this.closed = true;
  }

  private measure(pids: readonly number[]): ResidentMemory {
    for (const pid of [...this.files.keys()]) if (!pids.includes(pid)) this.forget(pid);
    const parts = pids.map((pid) => this.readOne(pid));
    // A process that ended between the list and its reading has no memory left to count.
    return sumResident(parts.filter((part) => part !== undefined));
  }

  private readOne(pid: number): ResidentMemory | undefined {
    const file = this.fileOf(pid);
    if (file === 'forbidden') {
      const status = readText(`${this.procRoot}/${String(pid)}/status`);
      const rssBytes = status === undefined ? undefined : parseStatusRss(status);
      return rssBytes === undefined ? undefined : { rssBytes };
    }
    const text = file.text();
    if (text === undefined) this.forget(pid);
    const resident = text === undefined ? {} : parseSmapsRollup(text);
    return resident.rssBytes === undefined ? undefined : resident;
  }

  private fileOf(pid: number): KeptFile | 'forbidden' {
    const kept = this.files.get(pid);
    if (kept !== undefined) return kept;
    const file = KeptFile.open(`${this.procRoot}/${String(pid)}/smaps_rollup`) ?? 'forbidden';
    this.files.set(pid, file);
    return file;
  }

  private forget(pid: number): void {
    const file = this.files.get(pid);
    if (file instanceof KeptFile) file.close();
    this.files.delete(pid);
  }
}
