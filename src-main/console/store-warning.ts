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
