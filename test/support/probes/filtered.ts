import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { meaningOf } from '../../../src-main/isolation/probes/index.js';
import type { Meaning } from '../../../src-main/isolation/probes/index.js';
import { loadTwins } from '../../../src-main/lab/twins.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { provideTwinImage } from '../../../src-main/runtimes/docker/prepare/twin-image.js';
import { dockerOf } from '../docker/dockerode.js';
import { ROOT } from '../paralelo.js';

/** One attempt in a container whose filter refuses this system call and no other. */
export async function tryFiltered(engine: Engine, attempt: string, call: string): Promise<Meaning> {
  const twins = await loadTwins(join(ROOT, 'resources'));
  const image = await provideTwinImage(engine, twins.locate('probe'));
  const profile = {
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [{ names: [call], action: 'SCMP_ACT_ERRNO' }],
  };
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const printed = text(output);
  errors.resume();
  await dockerOf(engine).run(image.ref, ['try', attempt], [output, errors], {
    Tty: false,
    HostConfig: {
      AutoRemove: true,
      NetworkMode: 'none',
      SecurityOpt: [`seccomp=${JSON.stringify(profile)}`],
    },
  });
  output.end();
  const outcome = { kind: 'exited' as const, code: 0, reason: 'Exited with code 0.' };
  const run = { stdout: await printed, outcome, enforcedBy: {}, phases: [] };
  return meaningOf(attempt, 'container', run);
}
