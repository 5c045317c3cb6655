import { formatBytes } from '../../contract/index.js';
import { readSpareMemory } from '../../metrics/host/spare-memory.js';

const WATCH_EVERY_MS = 100;

/** What the machine has left, in bytes; undefined where it cannot be read. */
type Available = () => number | undefined;

/** What is free by any account: also what the kernel keeps ready in the lists of its cores. */
export function freeBytes(): number {
  const { availableBytes = Number.NaN, keptByCoresBytes = 0 } = readSpareMemory();
  return availableBytes + keptByCoresBytes;
}

/** Keeps the machine from running out of memory: nothing is started, and nothing goes on, beyond it. */
export class SafetyLine {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly leaveFreeBytes: number,
    private readonly available: Available = () => readSpareMemory().availableBytes,
  ) {}

  /** Throws an Error where free memory cannot be read: there the experiment would be a danger to the machine. */
  availableBytes(): number {
    const bytes = this.available();
    if (bytes !== undefined) return bytes;
    throw new Error(
      'How much memory is free cannot be read here, so no safety line can be held: this needs a Linux of its own.',
    );
  }

  /** Why one more that is expected to take so much may not be started; undefined when it may. */
  refuses(nextBytes: number): string | undefined {
    const bytes = this.availableBytes();
    if (bytes - nextBytes >= this.leaveFreeBytes) return undefined;
    return `${formatBytes(bytes)} were free, and one more would have left less than ${formatBytes(this.leaveFreeBytes)}.`;
  }

  /** Calls back once, as soon as less is left. Returns the function that stops watching. */
  watch(crossed: (why: string) => void): () => void {
    this.#timer = setInterval(() => {
      const bytes = this.available();
      if (bytes === undefined || bytes >= this.leaveFreeBytes) return;
      clearInterval(this.#timer);
      crossed(`Only ${formatBytes(bytes)} were still free.`);
    }, WATCH_EVERY_MS);
    return () => clearInterval(this.#timer);
  }
}
