import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import type { IsolationMatrix } from '../../../../src-main/contract/index.js';
import { profileOf } from '../../../../src-main/lab/profiles/profiles.js';
import type { Neighbour, ProfileParts } from '../../../../src-main/runtimes/instances.js';
import { FakeInstance } from '../../../support/fake-source.js';
import { ROOT } from '../../../support/paralelo.js';
import { defaultContainer, hardenedContainer, runningGuest } from '../../../support/profiles.js';

class Profiled extends FakeInstance {
  asked: readonly Neighbour[] | undefined;
  constructor(
    id: string,
    private readonly parts: () => Promise<ProfileParts>,
    view: ConstructorParameters<typeof FakeInstance>[1] = {},
  ) {
    super(id, view);
  }
  override profile = (neighbours: readonly Neighbour[] = []) => {
    this.asked = neighbours;
    return this.parts() as Promise<{ gaps: never[] }>;
  };
}

function monitorOf(...instances: FakeInstance[]) {
  return {
    latest: () => instances.map((instance) => ({ instance, sample: undefined })),
    find: (id: string) => {
      const found = instances.find(({ view }) => view.id === id);
      if (found === undefined) throw new LabError('unknown-instance', 'Gone.', 'Look again.');
      return found;
    },
  };
}

const given = (parts: Partial<ProfileParts>) => () => Promise.resolve({ gaps: [], ...parts });
const instance = (id: string) => ({ kind: 'instance' as const, id });

describe('the profile of an instance', () => {
  it('has what it is, its walls, seven answers and the advice', async () => {
    const one = new Profiled('a', given({ container: defaultContainer() }), {
      runtime: 'docker:runc',
    });
    const profile = await profileOf(instance('a'), { monitor: monitorOf(one) });
    expect(profile).toMatchObject({
      subject: { kind: 'instance', id: 'a' },
      kind: 'container',
      name: 'a',
      runtime: 'docker:runc',
      state: 'running',
      gaps: [],
    });
    expect(profile.container?.name).toBe('plain');
    expect(profile.answers).toHaveLength(7);
    expect(profile.advice.map(({ id }) => id)).toContain('memory-limit');
    expect(Date.parse(profile.readAtIso)).toBeGreaterThan(0);
  });

  it('is read with the names of the others that run, and not of itself', async () => {
    const one = new Profiled('a', given({}), { pid: 1 });
    const others = [new FakeInstance('b', { pid: 2 }), new FakeInstance('c')];
    await profileOf(instance('a'), { monitor: monitorOf(one, ...others) });
    expect(one.asked).toEqual([{ id: 'b', name: 'b', pid: 2 }]);
  });

  it('is refused in words when it is gone, or goes while it is read', async () => {
    await expect(profileOf(instance('z'), { monitor: monitorOf() })).rejects.toThrow('Gone.');
    const going = new Profiled('a', () =>
      Promise.reject(new LabError('unknown-instance', 'It has ended.', 'Look again.')),
    );
    await expect(profileOf(instance('a'), { monitor: monitorOf(going) })).rejects.toThrow('ended');
  });
});

describe('what the probes have proven', () => {
  const matrix = (runtime: string): IsolationMatrix => ({
    attempts: [{ id: 'a', area: 'files', title: 'Read a file', question: 'host-files' }],
    runtimes: [],
    sets: ['default', 'loosened'],
    results: (['default', 'loosened'] as const).map((set) => ({
      runtime,
      set,
      attempt: 'a',
      verdict: set === 'default' ? 'refused' : 'allowed',
      by: [],
      says: 'It was.',
      raw: '',
    })),
    startedAtIso: '',
    durationMs: 0,
    environment: {} as IsolationMatrix['environment'],
    warnings: [],
    isPartial: false,
  });
  const proven = async (one: FakeInstance, runtime: string) => {
    const sources = { monitor: monitorOf(one), matrix: () => matrix(runtime) };
    return (await profileOf(instance('a'), sources)).answers[0]?.proven?.openness;
  };

  it('goes for every guest of that runtime, and for none of another', async () => {
    const guest = new Profiled('a', given({ guest: runningGuest() }), {
      kind: 'wasm',
      runtime: 'wasmtime',
    });
    expect(await proven(guest, 'wasmtime')).toBe('closed');
    expect(await proven(guest, 'wazero')).toBeUndefined();
  });

  it('goes for a container only with the walls with which it was proven', async () => {
    const tight = given({ container: hardenedContainer() });
    const loose = given({ container: defaultContainer() });
    const runtime = 'docker:runc';
    expect(await proven(new Profiled('a', tight, { runtime, isOfLab: true }), runtime)).toBe(
      'closed',
    );
    expect(
      await proven(new Profiled('a', loose, { runtime, isOfLab: true }), runtime),
    ).toBeUndefined();
    expect(await proven(new Profiled('a', tight, { runtime }), runtime)).toBeUndefined();
  });
});

describe('the profile of a file', () => {
  it('tells of the module, without running anything', async () => {
    const path = join(ROOT, 'resources/workloads/bin/grow.wasm');
    const profile = await profileOf({ kind: 'module', path }, { monitor: monitorOf() });
    expect(profile).toMatchObject({ kind: 'module', name: 'grow.wasm', gaps: [] });
    expect(profile.guest?.module).toMatchObject({ kind: 'module', path });
    expect(profile.guest?.module?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(profile).not.toHaveProperty('state');
    expect(profile.answers.find(({ question }) => question === 'memory')?.declared).toBeDefined();
  });

  it('is refused where the file is no module', async () => {
    const path = join(ROOT, 'package.json');
    await expect(profileOf({ kind: 'module', path }, { monitor: monitorOf() })).rejects.toThrow(
      'This is not a WebAssembly module: it looks like a text file.',
    );
  });

  it('is refused where the path is not absolute: whose folder would that be?', async () => {
    const profile = profileOf({ kind: 'module', path: 'x.wasm' }, { monitor: monitorOf() });
    await expect(profile).rejects.toThrow('x.wasm is not an absolute path.');
  });

  it('is refused where the file is larger than is read to be looked at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-profile-'));
    try {
      const path = join(folder, 'huge.wasm');
      writeFileSync(path, '');
      truncateSync(path, 256 * 2 ** 20 + 1);
      const profile = profileOf({ kind: 'module', path }, { monitor: monitorOf() });
      await expect(profile).rejects.toThrow(/larger than 256 MiB/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
