import { KeptFile } from '../files/kept-file.js';
import { parseNetDev, sumTraffic } from './net-dev.js';
import { sharesNetwork } from './net-namespace.js';

/**
 * The traffic of a container's own network namespace. A container that shares the host's network
 * has no traffic of its own to tell from the host's: absent.
 */
export class ContainerTraffic {
  private readonly file: KeptFile | undefined;

  constructor(pid: number, procRoot: string) {
    if (sharesNetwork(pid, procRoot) !== false) return;
    // Opening it binds it to the namespace, which outlives the process as long as this file is open.
    this.file = KeptFile.open(`${procRoot}/${String(pid)}/net/dev`, 'sequence');
  }

  read(): { rxBytes?: number; txBytes?: number } {
    const text = this.file?.text();
    return text === undefined ? {} : sumTraffic(parseNetDev(text));
  }

  close(): void {
    this.file?.close();
  }
}
