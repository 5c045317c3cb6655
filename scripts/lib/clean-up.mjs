import { constants } from 'node:os';

/** @type {Set<() => unknown>} */
const tasks = new Set();
let isEnding = false;

/**
 * Registers what must be undone when this process ends, also by Ctrl+C; the last one registered goes first.
 * @param {() => unknown} task
 * @returns {() => void} takes it off the list
 */
export function atEnd(task) {
  tasks.add(task);
  return () => void tasks.delete(task);
}

export async function cleanUp() {
  for (const task of [...tasks].reverse()) {
    tasks.delete(task);
    try {
      await task();
    } catch (error) {
      process.stderr.write(`Clean-up: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** A terminal's Ctrl+C reaches us twice, once through npm: the second one must not cut the first short. */
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    void cleanUp().then(() => process.exit(128 + constants.signals[signal]));
  });
}
