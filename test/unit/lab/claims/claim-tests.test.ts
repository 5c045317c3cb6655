import { describe, expect, it, vi } from 'vitest';
import { Dispatcher } from '../../../../src-main/contract/index.js';
import type {
  ClaimResult,
  ClaimsStatus,
  ExperimentResult,
  RuntimeInfo,
} from '../../../../src-main/contract/index.js';
import { ClaimTests } from '../../../../src-main/lab/claims/claim-tests.js';
import type { ClaimsParts } from '../../../../src-main/lab/claims/gather.js';
import { claimsFeature } from '../../../../src-main/lab/features/claims.js';
import type { LabParts } from '../../../../src-main/lab/features/feature.js';
import { INFO, RUNTIMES } from '../../../support/fake-machine.js';

const WASM = RUNTIMES.filter(({ kind, available }) => kind === 'wasm' && available);

/** Portability of runtimes that all print the same, which is what P2 looks at. */
function portability(isPartial: boolean): ExperimentResult {
  const rows = WASM.map(({ id }) => ({ runtime: id, cells: { sha256: 'a1', end: 'exit code 0' } }));
  return {
    ...{ experiment: 'portability', isPartial, dropped: [] },
    contenders: WASM.map(({ id, kind }) => ({ runtime: id, kind })),
    tables: [{ id: 'outputs', title: 'Outputs', columns: [], rows }],
  } as unknown as ExperimentResult;
}

/** A lab whose one experiment ends when it is told to, or is stopped. */
function labWith(
  runtimes: readonly RuntimeInfo[],
  list = () => Promise.resolve({ runtimes }),
  isKept = true,
) {
  const heard: { statuses: ClaimsStatus[]; verdicts: ClaimResult[] } = {
    ...{ statuses: [], verdicts: [] },
  };
  const running: { end: (result?: ExperimentResult) => void; tell: (done: number) => void }[] = [];
  const start = vi.fn((_plan: unknown, also: { status: (status: object) => void }) => {
    let end: (result?: ExperimentResult) => void = () => undefined;
    const ended = new Promise<ExperimentResult | undefined>((resolve) => (end = resolve));
    running.push({ end, tell: (done) => also.status({ done, total: 10, remainingMs: 7000 }) });
    return { ended, status: { id: 'e1' }, stop: () => end(portability(true)) };
  });
  const parts = {
    catalogue: { list },
    experiments: { start },
    store: { isKept: () => isKept },
    environment: () => Promise.resolve(INFO.environment),
  } as unknown as ClaimsParts;
  const claims = new ClaimTests(parts, {
    status: (status) => heard.statuses.push(status),
    verdict: (result) => heard.verdicts.push(result),
  });
  const experiment = async () => {
    await vi.waitFor(() => expect(running).not.toHaveLength(0));
    return running.pop();
  };
  const untilEnded = () => vi.waitFor(() => expect(claims.status.isRunning).toBe(false));
  return { claims, heard, experiment, untilEnded, start };
}

describe('a test of claims', () => {
  it('gives each verdict as soon as what it needs is there, and says what it is from', async () => {
    const { claims, heard, experiment, untilEnded } = labWith(WASM);
    expect(claims.start(['P2', 'P18'])).toMatchObject({ isRunning: true, ids: ['P2', 'P18'] });
    const one = await experiment();
    expect(heard.verdicts.map(({ id }) => id)).toEqual(['P18']);
    expect(claims.status.current).toEqual({ what: 'portability', of: ['P2'] });
    one?.end(portability(false));
    await untilEnded();
    expect(heard.verdicts.at(-1)).toMatchObject({
      id: 'P2',
      gathered: [{ what: 'portability', experimentId: 'e1', recordIds: ['e1'], runs: 5 }],
      recordIds: ['e1'],
    });
    expect(heard.verdicts[0]?.recordIds).toEqual([]);
    expect(heard.statuses.at(-1)).toMatchObject({ isRunning: false, done: ['P18', 'P2'] });
  });

  it('names no record where nothing is recorded', async () => {
    const { claims, heard, experiment, untilEnded } = labWith(WASM, undefined, false);
    claims.start(['P2']);
    (await experiment())?.end(portability(false));
    await untilEnded();
    expect(heard.verdicts.at(-1)).toMatchObject({ id: 'P2', recordIds: [] });
  });

  it('tells how far it is, and what remains of the step and of those after it', async () => {
    const { claims, experiment, untilEnded } = labWith(WASM);
    claims.start(['P2', 'P19']);
    const one = await experiment();
    one?.tell(4);
    const { current, remainingMs = 0 } = claims.status;
    expect(current).toMatchObject({ done: 4, total: 10 });
    // Seven seconds of this one, and a startup after it.
    expect(remainingMs).toBeGreaterThan(7000);
    await claims.stop();
    await untilEnded();
  });

  it('runs once what several claims need', async () => {
    const { claims, experiment, untilEnded, start } = labWith(WASM);
    claims.start(['P1', 'P2']);
    (await experiment())?.end(portability(false));
    await untilEnded();
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('is refused while another is under way', async () => {
    const { claims } = labWith(WASM);
    claims.start(['P2']);
    expect(() => claims.start(['P18'])).toThrow('one at a time');
    await claims.stop();
    expect(() => claims.start(['P18'])).not.toThrow();
  });

  it('keeps the verdict that there was when it is stopped', async () => {
    const { claims, heard, experiment, untilEnded } = labWith(WASM);
    claims.start(['P2']);
    (await experiment())?.end(portability(false));
    await untilEnded();
    const [before] = heard.verdicts;
    claims.start(['P2']);
    await experiment();
    expect(await claims.stop()).toBe(true);
    expect(claims.status).toMatchObject({ isStopped: true, isRunning: false, done: [] });
    const { claims: listed } = await claims.list();
    expect(listed.find(({ id }) => id === 'P2')?.result).toEqual(before);
  });

  it('judges nothing of an experiment that was stopped elsewhere', async () => {
    const { claims, heard, experiment, untilEnded } = labWith(WASM);
    claims.start(['P2']);
    (await experiment())?.end(portability(true));
    await untilEnded();
    expect(heard.verdicts).toEqual([]);
    expect(claims.status).toMatchObject({ isStopped: false, done: [] });
  });

  it('says why it broke off', async () => {
    const { claims, untilEnded } = labWith([], () => Promise.reject(new Error('no list')));
    claims.start(['P18']);
    await untilEnded();
    expect(claims.status.problem?.message).toContain('no list');
  });

  it('knows before anything is run what is missing, and how long the rest takes', async () => {
    const { claims, experiment, untilEnded } = labWith(WASM);
    const find = async (id: string) => (await claims.list()).claims.find((one) => one.id === id);
    expect((await find('P7'))?.missing).toContain('container engine');
    expect((await find('P18'))?.takesMs).toBeUndefined();
    expect((await find('P2'))?.missing).toBeUndefined();
    const before = (await find('P2'))?.takesMs ?? 0;
    claims.start(['P2']);
    (await experiment())?.end(portability(false));
    await untilEnded();
    // It took no time at all.
    expect((await find('P2'))?.takesMs).toBeLessThan(before);
  });

  it('is reported as the command line does, in either language, once there is a verdict', async () => {
    const { claims, untilEnded } = labWith([]);
    await expect(claims.report('en')).rejects.toThrow('nothing to report');
    claims.start(['P18']);
    await untilEnded();
    expect(await claims.report('en')).toMatch(/^# The paper’s claims, tested\n/);
    expect(await claims.report('pt-BR')).toContain('Um orquestrador dá a contêineres');
  });
});

describe('the feature of claims', () => {
  const { claims } = labWith([]);
  const dispatcher = new Dispatcher();
  const busy = { isProbing: false, state: 'ended' };
  claimsFeature({
    ...{ dispatcher, claims },
    probes: {
      get progress() {
        return { isRunning: busy.isProbing };
      },
    },
    experiments: { list: () => [{ status: { state: busy.state } }] },
  } as unknown as LabParts);
  const start = () => dispatcher.invoke('claims.start', { ids: ['P18'] }, 'a');

  it('refuses to begin beside an experiment or probes', async () => {
    busy.state = 'running';
    expect(await start()).toMatchObject({ error: { code: 'action-not-possible' } });
    Object.assign(busy, { state: 'ended', isProbing: true });
    expect(await start()).toMatchObject({ error: { code: 'action-not-possible' } });
    busy.isProbing = false;
    expect(await start()).toMatchObject({ result: { isRunning: true } });
    await dispatcher.invoke('claims.stop', {}, 'a');
  });

  it('refuses what is no claim, and no language of them', async () => {
    for (const [name, params] of [
      ['claims.start', { ids: ['P21'] }],
      ['claims.start', { ids: [] }],
      ['claims.report', { language: 'fr' }],
    ] as const) {
      expect(await dispatcher.invoke(name, params, 'a')).toMatchObject({
        error: { code: 'bad-request' },
      });
    }
  });
});
