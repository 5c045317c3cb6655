import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A thread begins in this; what takes longer backtracks, and may do so for years. */
const LONGEST_MS = 2000;
const MOST_MEMORY_MB = 256;
/** In a thread of its own, since nothing else stops an expression under way. The flags are those of the contract. */
const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { text, source, flags } = workerData;
  parentPort.postMessage(text.replace(new RegExp(source, flags), ''));
`;

/** The text without what the expression matches; undefined when that took too long or too much memory. Never throws. */
export async function withoutIgnored(
  text: string,
  { source, flags }: RegExp,
  withinMs = LONGEST_MS,
): Promise<string | undefined> {
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { text, source, flags },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  try {
    const [rest] = (await once(worker, 'message', { signal: late.signal })) as [string];
    return rest;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
