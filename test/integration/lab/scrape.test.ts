import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client, dispatcherTransport, validate } from '../../../src-main/contract/index.js';
import { RunRequestSchema } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import type { Run } from '../../../src-main/lab/run/run.js';
import { labOptions } from '../../bench/lib/lab.js';
import { ask } from '../../support/console/visitor.js';
import {
  checkMetrics,
  freePort,
  hasPrometheus,
  startPrometheus,
} from '../../support/scrape/prometheus.js';
import { uncovered } from '../../support/uncovered.js';

const OPEN = { Accept: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5' };
let lab: Lab;
let client: Client;
let port: number;

beforeEach(async () => {
  lab = await createLab({ ...labOptions(), hasWindows: true });
  client = new Client(dispatcherTransport(lab.dispatcher));
  port = await freePort();
});
afterEach(() => lab.close());

const open = () => client.request('settings.change', { scrape: { enabled: true, port } });

/** A guest that has taken 16 MiB, says so, and holds it. */
async function growing(): Promise<Run> {
  const workload = {
    kind: 'twin',
    ref: 'grow',
    args: ['--to', '16m', '--step', '4m', '--hold', '5m'],
  };
  const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
  let run: Run | undefined;
  const grown = new Promise<void>((resolve) => {
    const look = (): void => {
      const linear = run?.observed.latestSample()?.memory.linearBytes ?? 0;
      if (linear >= 16 * 1024 ** 2 && run?.observed.stdout.text().includes('16 MiB') === true) {
        resolve();
      }
    };
    const nothing = (): void => undefined;
    const listener = { changed: nothing, sampled: look, wrote: look, ended: nothing };
    [run] = lab.comparisons.start({ lanes: [lane] }, listener).runs;
  });
  await grown;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('the scrape endpoint', () => {
  it('is closed until the setting says otherwise, and then again', async () => {
    expect(await client.request('scrape.state', {})).toEqual({ isOffered: true });
    await expect(ask(port, { path: '/metrics' })).rejects.toThrow('ECONNREFUSED');
    await open();
    const url = `http://127.0.0.1:${String(port)}/metrics`;
    expect(await client.request('scrape.state', {})).toEqual({ isOffered: true, url });
    // A connection that is kept would be cut off instead of refused.
    const once = { path: '/metrics', headers: { Connection: 'close' } };
    expect((await ask(port, once)).status).toBe(200);
    await client.request('settings.change', { scrape: { enabled: false, port } });
    await expect(ask(port, { path: '/metrics' })).rejects.toThrow('ECONNREFUSED');
  });

  it('answers only GET of /metrics, and only under an address of this machine', async () => {
    await open();
    const statusOf = async (asked: Parameters<typeof ask>[1]) => (await ask(port, asked)).status;
    expect(await statusOf({ path: '/' })).toBe(404);
    expect(await statusOf({ path: '/metrics/x' })).toBe(404);
    expect(await statusOf({ path: '/metrics', method: 'POST' })).toBe(405);
    expect(await statusOf({ path: '/metrics', headers: { Host: 'evil.example' } })).toBe(403);
    const elsewhere = { Host: `evil.example:${String(port)}` };
    expect(await statusOf({ path: '/metrics', headers: elsewhere })).toBe(403);
    const local = { Host: `localhost:${String(port)}` };
    expect(await statusOf({ path: '/metrics', headers: local })).toBe(200);
  });

  it('speaks OpenMetrics to those who ask for it, and 0.0.4 to all others', async () => {
    await open();
    const opened = await ask(port, { path: '/metrics', headers: OPEN });
    expect(opened.headers['content-type']).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    );
    expect(opened.text.endsWith('# EOF\n')).toBe(true);
    const plain = await ask(port, { path: '/metrics' });
    expect(plain.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(plain.text).not.toContain('# EOF');
  });

  it('says why it cannot be opened when another has the port', async () => {
    await open();
    const second = await createLab({ ...labOptions(), hasWindows: true });
    try {
      const other = new Client(dispatcherTransport(second.dispatcher));
      await other.request('settings.change', { scrape: { enabled: true, port } });
      const { problem, url } = await other.request('scrape.state', {});
      expect(problem).toMatchObject({ code: 'port-not-free' });
      expect(url).toBeUndefined();
    } finally {
      await second.close();
    }
  });

  it('is not opened by a lab without windows, whatever the setting says', async () => {
    const second = await createLab(labOptions());
    try {
      const other = new Client(dispatcherTransport(second.dispatcher));
      await other.request('settings.change', { scrape: { enabled: true, port } });
      expect(await other.request('scrape.state', {})).toEqual({ isOffered: false });
    } finally {
      await second.close();
    }
  });

  it('shows a real Prometheus the linear memory that the guest has', async () => {
    if (!hasPrometheus()) {
      uncovered('Prometheus', 'neither on the PATH nor to be had from Debian');
      return;
    }
    await open();
    const run = await growing();
    const prometheus = await startPrometheus(`127.0.0.1:${String(port)}`);
    try {
      const series = 'paralelo_memory_bytes{definition="linear",name="grow"}';
      const answered = await vi.waitUntil(
        async () => {
          const found = await prometheus.query(series);
          return found.length > 0 ? found : undefined;
        },
        { timeout: 40_000, interval: 250 },
      );
      // Once, although the process that hosts it is an instance of the machine too.
      expect(answered).toHaveLength(1);
      const [{ metric, value } = { metric: {}, value: 0 }] = answered;
      expect(metric).toMatchObject({ id: run.id, kind: 'wasm', runtime: 'v8' });
      // What it says that it took, and the two pages that it began with.
      const said = Number(/(\d+) MiB\s*$/.exec(run.observed.stdout.text())?.[1]) * 1024 ** 2;
      expect(value).toBe(said + 2 * 65_536);
      const [maximum] = await prometheus.query('paralelo_linear_memory_max_bytes{name="grow"}');
      expect(maximum?.value).toBe(run.observed.latestSample()?.memory.linearMaxBytes);
      expect(await prometheus.query('up')).toMatchObject([{ value: 1 }]);
    } finally {
      await prometheus.stop();
    }
  });

  it('tells what promtool accepts without a complaint', async () => {
    if (!hasPrometheus()) {
      uncovered('promtool', 'neither on the PATH nor to be had from Debian');
      return;
    }
    await open();
    await growing();
    const { text } = await ask(port, { path: '/metrics' });
    expect(text).toContain('definition="linear"');
    expect(checkMetrics(text)).toEqual({ code: 0, output: '' });
  });
});
