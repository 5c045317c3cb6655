import { readFile } from 'node:fs/promises';
import type { GuestOrder } from '../../contract/index.js';
import { MOST_STDIN_BYTES } from '../../contract/index.js';
import { maximumMemoryBytes, wholePages } from '../../isolation/module/index.js';
import { ReportedMeter } from '../../metrics/reported-meter.js';
import { capMemory } from '../module/cap-memory.js';
import { checkUnchanged } from '../module/module-file.js';
import type { ModuleFile } from '../module/module-file.js';
import type { LiveRun, RunObserver } from '../runtime.js';
import { BOUNDS, BrowserGuest, checkSize } from './guest.js';
import type { GuestPage, GuestPages } from './pages.js';

/** A page that hangs does not keep a run from ending. */
const LONGEST_END_MS = 10_000;

export interface LaunchPlan {
  file: ModuleFile;
  page: GuestPage;
  args: string[];
  env: Record<string, string>;
  stdinPath?: string;
  /** Where it holds. */
  memoryLimitBytes?: number;
}

/** Hands the guest to its page. Throws `runtime-not-here` when that has gone since it was prepared. */
export function launchInPage(plan: LaunchPlan, pages: GuestPages, observer: RunObserver): LiveRun {
  observer.phase('spawn', BOUNDS.spawn);
  checkUnchanged(plan.file);
  const meter = new ReportedMeter(maximumMemoryBytes(plan.file.profile, plan.memoryLimitBytes));
  const guest = new BrowserGuest(observer, meter, () => readOrder(plan));
  const address = pages.host(plan.page, guest);
  observer.meter(meter);
  observer.instance(`worker ${address.guestId} of ${plan.page.clientId}`);
  let timer: NodeJS.Timeout | undefined;
  const ended = guest.ended.finally(() => {
    clearTimeout(timer);
    // A page that still works for a guest that failed here is to stop.
    pages.end(address);
    pages.forget(address);
  });
  return {
    ended,
    kill: () => {
      guest.killing();
      pages.end(address);
      timer ??= setTimeout(() => guest.unanswered(), LONGEST_END_MS);
      return Promise.resolve();
    },
  };
}

async function readOrder(plan: LaunchPlan): Promise<GuestOrder> {
  const { file, args, env, stdinPath, memoryLimitBytes } = plan;
  const [bytes, stdin] = await Promise.all([
    readFile(file.path),
    stdinPath === undefined ? undefined : readFile(stdinPath),
  ]);
  checkUnchanged(file);
  if (stdin !== undefined) checkSize('The standard input', stdin.byteLength, MOST_STDIN_BYTES);
  const module =
    memoryLimitBytes === undefined ? bytes : capMemory(bytes, wholePages(memoryLimitBytes));
  return {
    moduleBase64: Buffer.from(module).toString('base64'),
    args: [file.name, ...args],
    env,
    ...(stdin === undefined ? {} : { stdinBase64: stdin.toString('base64') }),
  };
}
