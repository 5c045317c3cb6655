import type { StoreState } from '../contract/index.js';
import { printError, writeErr } from './streams.js';

/** On stderr, what a user should know of what was recorded, or was not. */
export function warnOfStore({ problem, notices, dropped }: StoreState): void {
  for (const notice of notices) printError(notice, false);
  if (problem !== undefined) printError(problem, false);
  if (dropped.samples + dropped.records === 0) return;
  writeErr(
    `paralelo: not recorded: ${String(dropped.records)} records and ${String(dropped.samples)} samples.\n`,
  );
}

/** On stderr, that the user's own choice kept something out of the history. */
export function sayLeftOut(): void {
  writeErr('paralelo: not recorded: recording is switched off (Settings, Recording).\n');
}
