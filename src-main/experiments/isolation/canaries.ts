import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeCanaryFiles } from './canary-files.js';
import type { CanaryFiles } from './canary-files.js';
import { startCanaryListeners } from './canary-listeners.js';
import type { CanaryListeners } from './canary-listeners.js';
import { startCanaryProcess } from './canary-process.js';

/** In the lab's own environment while it probes, and in that of the canary process. */
export const CANARY_VARIABLE = 'PARALELO_PROBE_CANARY';

/** All that an attempt may reach for: each is the lab's own and stands for the host's. */
export interface Canaries {
  files: CanaryFiles;
  listeners: CanaryListeners;
  pid: number;
  /** Of the lab, as /proc names it; empty where there is none. */
  networkNamespace: string;
  /** A text without the paths of this machine, for what is published. */
  withoutPaths: (text: string) => string;
  remove(): Promise<void>;
}

/** Leaves nothing behind when one of them cannot be made. */
export async function makeCanaries(): Promise<Canaries> {
  const undo: (() => unknown)[] = [];
  const remove = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const files = makeCanaryFiles();
    undo.push(() => files.remove());
    process.env[CANARY_VARIABLE] = 'seen';
    undo.push(() => Reflect.deleteProperty(process.env, CANARY_VARIABLE));
    const child = await startCanaryProcess({ [CANARY_VARIABLE]: 'seen' });
    undo.push(() => child.end());
    const listeners = await startCanaryListeners(join(files.folder, 'engine.sock'));
    undo.push(() => listeners.close());
    return {
      files,
      listeners,
      pid: child.pid,
      networkNamespace: ownNetworkNamespace(),
      withoutPaths: (text) => text.replaceAll(files.folder, '/canary'),
      remove,
    };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

function ownNetworkNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/net');
  } catch {
    return '';
  }
}
