import { join } from 'node:path';
import { guestPageOpener } from '../../../src-main/console/guest-page/index.js';
import type { AttemptResult, ProbeSet } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { ROOT } from '../paralelo.js';

export function probingLab(): Promise<Lab> {
  return createLab({
    resourcesDir: join(ROOT, 'resources'),
    v8HostPath: join(ROOT, 'out/main/v8-host.cjs'),
    version: 'test',
    shell: 'console',
    host: 'Vitest',
    guestPageOpener: guestPageOpener(join(ROOT, 'out/renderer')),
  });
}

/** All results of one round of probes. */
export async function probe(
  lab: Lab,
  runtime: string,
  sets: ProbeSet[],
  attempts?: string[],
): Promise<AttemptResult[]> {
  await lab.probes.start({
    runtimes: [runtime],
    sets,
    ...(attempts === undefined ? {} : { attempts }),
  });
  await lab.probes.ended();
  return lab.probes.matrix?.results ?? [];
}
