import { writeErr } from './streams.js';

const INTERRUPTED = 130;

/**
 * Ctrl+C: the first time calls `stop` and lets everything end in order, the second time leaves at
 * once. Returns the function that stops listening.
 */
export function onInterrupt(stop: () => void): () => void {
  let asked = false;
  const listener = (): void => {
    if (asked) process.exit(INTERRUPTED);
    asked = true;
    writeErr('paralelo: stopping; press Ctrl+C again to leave at once.\n');
    stop();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}
