import { expect } from 'vitest';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { run, start, twin } from './run.js';

/** What every engine of another machine does: the record's warning, output, the stats stream, a stop. */
export async function expectFarRuns(engine: Engine): Promise<void> {
  expect(engine.info.local).toBe(false);
  const hello = await run(engine, twin('hello'));
  expect(hello.ending).toMatchObject({ kind: 'exited', code: 0 });
  expect(hello.observer.stdout).toBe('hello\n');
  const { live, observer, prepared } = await start(engine, twin('spin', '--forever'));
  const warning = prepared.warnings.find(({ code }) => code === 'coarse-samples');
  expect(warning?.message).toContain('one sample a second');
  const [meter] = observer.meters;
  let reading = meter?.read();
  while (reading === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
    reading = meter?.read();
  }
  expect(reading.memory.cgroupBytes).toBeGreaterThan(0);
  await live.kill();
  expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
}
