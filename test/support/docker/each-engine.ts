import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import type { ContainerInstances } from '../../../src-main/runtimes/docker/instances/container-instances.js';
import { theEngine, thePodman } from './engine.js';
import { PlainContainers, watching } from './instances.js';
import type { RecordingSink } from './instances.js';
import { provideShellImage } from './shell-image.js';

/** What a test of instances works with: an engine, containers that others make there, and what is told of them. */
export interface WatchedEngine {
  engine: Engine;
  plain: PlainContainers;
  seen: { readonly sink: RecordingSink; readonly source: ContainerInstances };
}

/** The same tests for Docker and, where there is one, for Podman. */
export async function describeEachEngine(tests: (watched: WatchedEngine) => void): Promise<void> {
  const engines = [await theEngine(), await thePodman()].filter((one) => one !== undefined);
  describe.each(engines.map((engine) => [engine.id, engine] as const))('%s', (_, engine) => {
    const plain = new PlainContainers(engine);
    let watch: Awaited<ReturnType<typeof watching>> | undefined;
    beforeAll(async () => {
      await provideShellImage(engine);
      watch = await watching(engine);
    });
    afterEach(() => plain.removeAll());
    afterAll(() => {
      watch?.stop();
      engine.client.close();
    });
    const begun = () => {
      if (watch === undefined) throw new Error('Nothing is watched before the tests begin.');
      return watch;
    };
    const seen = {
      get sink() {
        return begun().sink;
      },
      get source() {
        return begun().source;
      },
    };
    tests({ engine, plain, seen });
  });
}
