import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProbeSet } from '../../../../src-main/contract/index.js';
import { ATTEMPTS, meaningOf } from '../../../../src-main/isolation/probes/index.js';
import type { Meaning } from '../../../../src-main/isolation/probes/index.js';
import { quietRun } from '../../../../src-main/lab/quiet-run.js';
import { theEngine } from '../../../support/docker/engine.js';
import { tryFiltered } from '../../../support/probes/filtered.js';
import { probe, probingLab } from '../../../support/probes/lab.js';
import { tryNatively, tryWithoutStackLimit } from '../../../support/probes/native.js';
import { uncovered } from '../../../support/uncovered.js';
import { NOT_EXPRESSIBLE, WORLDS } from './worlds.js';

const lab = await probingLab();
const { runtimes } = await lab.catalogue.list(false);
const here = new Set(runtimes.filter(({ available }) => available).map(({ id }) => id));
/** By world and attempt. */
const seen = new Map<string, Meaning>();

/** Only what the table asks of each, and both sets where it asks for both. */
beforeAll(async () => {
  await round('docker:runc', ['default', 'loosened']);
  await round('v8', ['default', 'loosened']);
  await round('podman:crun', ['loosened']);
  await round('wazero', ['default']);
  await round('wasmtime', ['default']);
  await round('browser', ['default']);
}, 180_000);
afterAll(() => lab.close());

async function round(runtime: string, sets: ProbeSet[]): Promise<void> {
  if (!here.has(runtime)) return;
  for (const set of sets) {
    const world = `${runtime} ${set}`;
    const asked = ATTEMPTS.map(({ id }) => id).filter((id) => isAsked(id, world));
    for (const result of await probe(lab, runtime, [set], asked)) {
      seen.set(`${world} ${result.attempt}`, result);
    }
  }
}

function isAsked(attempt: string, world: string): boolean {
  const { refused = {}, allowed = [] } = WORLDS[attempt] ?? {};
  const isOfModules = world === 'v8 default' && NOT_EXPRESSIBLE.includes(attempt);
  return isOfModules || world in refused || allowed.includes(world);
}

/** Undefined, and named as not covered, where the world is not to be had on this machine. */
async function meaningIn(world: string, attempt: string): Promise<Meaning | undefined> {
  const made = await MADE_HERE[world]?.(attempt);
  const found = made ?? seen.get(`${world} ${attempt}`);
  if (found === undefined) uncovered(`probe ${attempt}`, `there is no ${world} here`);
  return found;
}

const MADE_HERE: Record<string, (attempt: string) => Promise<Meaning>> = {
  native: (attempt) => tryNatively(attempt, 'mapped'),
  'native without a limit': tryWithoutStackLimit,
  'v8 with what WASI has': tryKnownImport,
  'docker with a filter': async (attempt) => {
    const engine = await theEngine();
    return tryFiltered(engine, attempt, 'getrandom').finally(() => engine.client.close());
  },
};

/** The module of `undefined-import`, but for the call: (import "wasi_snapshot_preview1" "sched_yield" (func (result i32))). */
async function tryKnownImport(attempt: string): Promise<Meaning> {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-known-import-'));
  try {
    const ref = join(folder, 'known-import.wasm');
    const text =
      '0061736d01000000' +
      '010802600000' +
      '6000017f' +
      '022601' +
      '16776173695f736e617073686f745f7072657669657731' +
      '0b73636865645f7969656c64' +
      '0001' +
      '03020100' +
      '0503010001' +
      '071302065f73746172740001066d656d6f72790200' +
      '0a070105001000' +
      '1a0b';
    writeFileSync(ref, Buffer.from(text, 'hex'));
    const request = { runtime: 'v8', workload: { kind: 'module' as const, ref, args: [] } };
    const record = await quietRun(lab.comparisons, request, {
      signal: new AbortController().signal,
    });
    return meaningOf(attempt, 'wasm', record);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('has two worlds for every attempt', () => {
  expect(Object.keys(WORLDS).sort()).toEqual(ATTEMPTS.map(({ id }) => id).sort());
});

describe.each(Object.entries(WORLDS))('%s', (attempt, { refused, allowed, needs }) => {
  it('is refused by the one who must, in a world built so', async () => {
    for (const [world, by] of Object.entries(refused)) {
      const found = await meaningIn(world, attempt);
      if (found !== undefined)
        expect({ world, ...found }).toMatchObject({ verdict: 'refused', by });
    }
  });

  it('is allowed in a world built so', async () => {
    if (needs !== undefined && !existsSync(needs)) {
      uncovered(`probe ${attempt}, allowed`, `this machine has no ${needs}`);
      return;
    }
    for (const world of allowed) {
      const found = await meaningIn(world, attempt);
      if (found !== undefined) expect({ world, ...found }).toMatchObject({ verdict: 'allowed' });
    }
  });
});

describe('a module', () => {
  it.each(NOT_EXPRESSIBLE)('has no word for %s', async (attempt) => {
    expect(await meaningIn('v8 default', attempt)).toMatchObject({ verdict: 'not-expressible' });
  });
});
