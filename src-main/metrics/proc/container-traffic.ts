import { readlinkSync } from 'node:fs';
import { KeptFile } from '../files/kept-file.js';
import { parseNetDev, sumTraffic } from './net-dev.js';

/**
 * The traffic of a container's own network namespace. A container that shares the host's network
 * has no traffic of its own to tell from the host's: absent.
 */
export class ContainerTraffic {
  private readonly file: KeptFile | undefined;

  constructor(pid: number, procRoot: string) {
    const process = `${procRoot}/${String(pid)}`;
    if (sharesNetwork(process, procRoot)) return;
    // Opening it binds it to the namespace, which outlives the process as long as this file is open.
    this.file = KeptFile.open(`${process}/net/dev`, 'sequence');
  }

  read(): { rxBytes?: number; txBytes?: number } {
    const text = this.file?.text();
    return text === undefined ? {} : sumTraffic(parseNetDev(text));
  }

  close(): void {
    this.file?.close();
  }
}

/** Unknown (the link may be read by its owner and root only) counts as its own. */
function sharesNetwork(process: string, procRoot: string): boolean {
  try {
    return readlinkSync(`${process}/ns/net`) === readlinkSync(`${procRoot}/self/ns/net`);
  } catch {
    return false;
  }
}
