import type { RuntimeInfo } from '../../contract/index.js';
import { MOST_MODULE_BYTES, MOST_STDIN_BYTES, formatBytes } from '../../contract/index.js';
import { describeHolders, whoHolds } from '../module/limits.js';
import type { GuestHosting } from './hosting.js';
import { BROWSER_HOLDERS } from './limits.js';

type Found = Pick<RuntimeInfo, 'available' | 'version' | 'path' | 'why' | 'hint'>;

/** Whether a page is there, or a browser that could show one. */
export async function findHost({ pages, opener }: GuestHosting): Promise<Found> {
  const page = pages.choose();
  if (page !== undefined) return { available: true, version: page.engine };
  if (opener === undefined) {
    return {
      available: false,
      why: 'No window is open.',
      hint: 'Open a window of Paralelo: its page hosts the guests.',
    };
  }
  const found = await opener.find();
  return { available: 'path' in found, ...found };
}

export function browserInfo(found: Found): RuntimeInfo {
  return {
    id: 'browser',
    kind: 'wasm',
    name: 'Browser',
    mode: 'in a worker of a page, through a WASI shim',
    ...found,
    limits: describeHolders(BROWSER_HOLDERS),
    heldBy: whoHolds(BROWSER_HOLDERS),
    grants: {
      directories: 'none',
      environment: 'only the variables that are given',
      arguments: 'as given',
      network: 'none',
      stdin: `the content of a file, up to ${formatBytes(MOST_STDIN_BYTES)}, or nothing`,
    },
    notes: [
      'The guest runs in the page that was shown last. When that is closed or loaded again, the guest ends.',
      'Times are those at which the lab hears of it from the page: some milliseconds late.',
      'The size of the linear memory is that at the last call of WASI; growth between two calls is seen at the next.',
      'CPU and resident memory are those of the page’s process, not of the guest, and are not shown. Paralelo’s own cost includes them.',
      'A worker that computes without a call of WASI goes on for up to two seconds after it was terminated.',
      'In the window of the desktop app each access of memory is checked by code, in a browser by guard pages: the same module may compute at another speed.',
      `A module has ${formatBytes(MOST_MODULE_BYTES)} at most.`,
    ],
  };
}
