import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import Docker from 'dockerode';
import type { LiveRunView } from '../../../src-main/contract/index.js';

/** What stands behind the two lanes of a run: a container's id and a process's id. */
export interface Guests {
  containerId: string;
  pid: number;
}

/** Of the runs that the desktop window `page` shows, asked over its own bridge. */
export async function guestsOf(page: Page): Promise<Guests> {
  const reply = await page.evaluate(() => window.paralelo.invoke('runs.live', {}));
  const { runs } = (reply as { result: { runs: LiveRunView[] } }).result;
  const instanceOf = (kind: 'container' | 'wasm'): string =>
    runs.find(({ status }) => status.kind === kind)?.status.instance ?? '';
  const guests = { containerId: instanceOf('container'), pid: Number(instanceOf('wasm')) };
  expect(await areThere(guests)).toEqual({ container: true, process: true });
  return guests;
}

export async function areThere(guests: Guests): Promise<{ container: boolean; process: boolean }> {
  return {
    container: await containerIsThere(guests.containerId),
    process: await processIsThere(guests.pid),
  };
}

export async function expectGone(guests: Guests): Promise<void> {
  await expect.poll(() => areThere(guests)).toEqual({ container: false, process: false });
}

/** Asked of the engine itself, which DOCKER_HOST names. */
async function containerIsThere(id: string): Promise<boolean> {
  const containers = await new Docker().listContainers({ all: true });
  return containers.some((container) => container.Id === id);
}

/** A zombie has ended: it only waits for whoever inherited it. */
async function processIsThere(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) Z /.test(stat);
}
