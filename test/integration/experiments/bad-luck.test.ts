import { afterEach, describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentPlanInput, ExperimentResult } from '../../../src-main/contract/index.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { OWNER_LABEL } from '../../../src-main/runtimes/docker/labels.js';
import { thisOwner } from '../../../src-main/runtimes/owner.js';
import { openLab } from '../../bench/lib/lab.js';
import { containersOf, theEngine } from '../../support/docker/engine.js';
import { createPrivateEngine } from '../../support/docker/private-engine.js';
import { EngineRelay } from '../../support/docker/relay.js';

const before = process.env['DOCKER_HOST'];
let lab: Lab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
  process.env['DOCKER_HOST'] = before;
  if (before === undefined) delete process.env['DOCKER_HOST'];
});

/** A lab whose Docker engine is the one at this address. */
async function labAt(address: string | undefined): Promise<Lab> {
  if (address !== undefined) process.env['DOCKER_HOST'] = address;
  lab = await openLab();
  return lab;
}

const plan = (more: Partial<ExperimentPlanInput>) =>
  validate(
    ExperimentPlanSchema,
    { experiment: 'startup', runtimes: ['docker:runc', 'v8'], runs: 8, warmUps: 0, ...more },
    'experiment',
  );

const contender = (result: ExperimentResult | undefined, id: string) =>
  result?.contenders.find(({ runtime }) => runtime === id);

describe('an experiment', () => {
  it('whose engine is killed in its middle keeps what was measured, says why, and goes on with the rest', async () => {
    const daemon = await createPrivateEngine();
    try {
      await daemon.start();
      const { experiments } = await labAt(daemon.address);
      let killed: Promise<void> | undefined;
      const one = experiments.start(plan({ runs: 10 }), {
        status: () => undefined,
        result: () => undefined,
        trial: (_, { contender: id, isWarmUp }) => {
          if (id === 'docker:runc' && !isWarmUp) killed ??= daemon.kill();
          return Promise.resolve();
        },
      });
      const result = await one.ended;
      await killed;
      expect(contender(result, 'docker:runc')?.n).toBeGreaterThan(0);
      expect(contender(result, 'docker:runc')?.n).toBeLessThan(10);
      expect(contender(result, 'v8')?.n).toBe(10);
      expect(result?.dropped).toEqual([
        expect.objectContaining({
          runtime: 'docker:runc',
          why: expect.stringMatching(
            /^It failed 3 times in a row, last: .*\bengine\b.*is not running/,
          ) as string,
        }),
      ]);
      expect(result?.isPartial).toBe(false);
    } finally {
      await lab?.close();
      await daemon.dispose();
    }
  });

  it('drops a contender that its engine refuses three times, with the engine’s reason', async () => {
    const { experiments } = await labAt(undefined);
    // Docker wants 6 MiB at least; a module lives with 5.
    const one = experiments.start(plan({ runs: 3, limits: { memoryBytes: 5 * 1024 ** 2 } }));
    const result = await one.ended;
    expect(contender(result, 'v8')?.n).toBe(3);
    expect(contender(result, 'docker:runc')).toBeUndefined();
    expect(result?.dropped).toHaveLength(1);
    expect(result?.dropped[0]?.failures.map(({ run }) => run)).toEqual([1, 2, 3]);
    expect(result?.dropped[0]?.why).toContain('below the minimum of Docker');
  });

  it.each([
    ['is created', /POST [^ ]*\/containers\/create/],
    ['is started', /POST [^ ]*\/containers\/\w+\/start/],
  ])('that is stopped while a container %s leaves none behind', async (_, request) => {
    const engine = await theEngine();
    const relay = await EngineRelay.before(engine.info.address ?? '');
    try {
      const { experiments } = await labAt(relay.address);
      const one = experiments.start(plan({ runtimes: ['docker:runc'] }));
      await relay.until(request);
      one.stop();
      const result = await one.ended;
      expect(result).toMatchObject({ isPartial: true, contenders: [] });
      await lab?.close();
      expect(await containersOf(engine, `${OWNER_LABEL}=${thisOwner()}`)).toEqual([]);
    } finally {
      await lab?.close();
      relay.dispose();
      engine.client.close();
    }
  });
});
