import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set by `npm test` when Debian's package was unpacked for it; else those of the PATH. */
const FOLDER = process.env['PARALELO_PROMETHEUS'];
const program = (name: string): string => (FOLDER === undefined ? name : join(FOLDER, name));

export function hasPrometheus(): boolean {
  return ['prometheus', 'promtool'].every(
    (name) => spawnSync(program(name), ['--version']).status === 0,
  );
}

/** What promtool says of the text, and whether it accepts it. */
export function checkMetrics(text: string): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program('promtool'), ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  });
  return { code: status, output: `${stdout}${stderr}` };
}

/** A port of 127.0.0.1 that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface Prometheus {
  /** The values that its API answers to an instant query, by their labels. */
  query(expression: string): Promise<{ metric: Record<string, string>; value: number }[]>;
  stop(): Promise<void>;
}

interface QueryAnswer {
  data?: { result: { metric: Record<string, string>; value: [number, string] }[] };
}

/** A real one that scrapes this target every second. Ready when its API answers. */
export async function startPrometheus(target: string): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-prometheus-'));
  const port = await freePort();
  const config = { scrape_interval: '1s', scrape_timeout: '1s' };
  await writeFile(
    join(folder, 'prometheus.yml'),
    // JSON is YAML.
    JSON.stringify({
      global: config,
      scrape_configs: [{ job_name: 'paralelo', static_configs: [{ targets: [target] }] }],
    }),
  );
  const child = spawn(
    program('prometheus'),
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${String(port)}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  let log = '';
  await new Promise<void>((ready, fail) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to receive web requests')) ready();
    });
    void ended.then(() => fail(new Error(`prometheus ended: ${log}`)));
    child.on('error', fail);
  });
  return {
    query: async (expression) => {
      const url = `http://127.0.0.1:${String(port)}/api/v1/query?query=${encodeURIComponent(expression)}`;
      const { data } = (await (await fetch(url)).json()) as QueryAnswer;
      return (data?.result ?? []).map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
