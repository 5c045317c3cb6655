import type { Warning } from '../../../contract/index.js';
import { createCgroupMeter } from '../../../metrics/index.js';
import type { CgroupMeter, Meter } from '../../../metrics/index.js';
import type { RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { isOnThisKernel, openStreamedMeter } from '../stats-stream.js';

type Observer = Pick<RunObserver, 'meter' | 'warning'>;

export const COARSE_SAMPLES: Warning = {
  code: 'coarse-samples',
  message:
    "The engine's files cannot be read on this machine: its stats stream gives one sample a second.",
  hint: 'For finer samples run Paralelo on the machine of the engine, with a Linux engine of its own.',
};

/** Where a container's numbers come from: its own files when it runs on this kernel, else the engine's stats stream. */
export class Metering {
  #cgroup: CgroupMeter | undefined;
  #stream: Meter | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly containerId: string,
    private readonly observer: Observer,
  ) {}

  /**
   * At the first sign of the guest, before its process is known: it can be gone in a millisecond.
   * One with a network waits for the process, through which its traffic is read.
   */
  begin(hasNetwork: boolean): void {
    if (!this.engine.info.local) this.#readStream();
    else if (!hasNetwork) this.#readFiles({});
  }

  /** Once the process is known, and with it whether it is on this machine at all. */
  know(pid: number): void {
    if (!this.engine.info.local) return;
    const here = isOnThisKernel(pid, this.containerId);
    if (here === false) {
      this.#cgroup = undefined;
      this.observer.warning(COARSE_SAMPLES);
      this.#readStream();
    } else if (this.#cgroup === undefined || (here === true && this.#cgroup.read() === undefined)) {
      // Waited for, or under a parent that the container's id alone did not lead to.
      this.#readFiles({ pid });
    }
  }

  /** When the guest's output has ended: it is gone, and its cgroup is there for a moment more. */
  lastLook(): void {
    this.#cgroup?.read();
  }

  /** Processes that the kernel killed for memory, as of the last reading; undefined where it cannot be read. */
  oomKills(): number | undefined {
    return this.#cgroup?.oomKills();
  }

  close(): void {
    this.#stream?.close();
  }

  #readFiles(process: { pid?: number }): void {
    const { containerId } = this;
    this.#cgroup = createCgroupMeter({ ...process, containerId, fineMemory: true });
    this.observer.meter(this.#cgroup);
  }

  #readStream(): void {
    this.#stream = openStreamedMeter(this.engine, this.containerId);
    this.observer.meter(this.#stream);
  }
}
