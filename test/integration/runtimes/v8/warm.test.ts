import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { measureWarmRounds } from '../../../../src-main/runtimes/v8/index.js';
import { rejectionOf } from '../../../support/refusal.js';
import { buildHost } from '../../../support/v8/host-build.js';

const HELLO = resolve(import.meta.dirname, '../../../../resources/workloads/bin/hello.wasm');
let hostPath: string;

beforeAll(async () => {
  hostPath = await buildHost();
});

test('a warm host runs a module so many times and measures each', async () => {
  const rounds = await measureWarmRounds({ hostPath }, HELLO, 50);
  expect(rounds).toHaveLength(50);
  expect(rounds.every(({ instantiateMs, runMs }) => instantiateMs > 0 && runMs > 0)).toBe(true);
});

test('a module that cannot be run is an error, with how far it came', async () => {
  const error = await rejectionOf(measureWarmRounds({ hostPath }, '/nowhere.wasm', 3));
  expect(error.message).toContain('0 of 3 rounds');
});
