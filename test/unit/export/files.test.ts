import { describe, expect, it } from 'vitest';
import type { ExportFormat, Recorded } from '../../../src-main/contract/index.js';
import { exportFile } from '../../../src-main/export/index.js';
import { ORIGIN, aRecordingOf, aRun, anExperiment, someAttempts } from './recorded.js';

async function text(recorded: readonly Recorded[], format: ExportFormat): Promise<string> {
  return (await exportFile(recorded, format, ORIGIN)).content;
}

/** RFC 4180, strictly. */
function parseCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < csv.length) {
    const match = field.exec(csv);
    if (match === null) throw new Error(`no CSV at ${String(field.lastIndex)}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  const [header = [], ...body] = rows.slice(0, -1);
  return body.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
  });
}

const HOSTILE = `<script>alert(1)</script><img src=x onerror='alert(2)'>"&\u202e`;

describe('CSV', () => {
  it('has a row a sample, its units in the names, and nothing where nothing was read', async () => {
    const run = aRun('r-1', { runtime: 'a,"b"\nc' });
    const rows = parseCsv(await text([run], 'csv'));
    expect(rows).toHaveLength(run.record.samples.length);
    rows.forEach((row, at) => {
      const sample = run.record.samples[at];
      expect(row).toMatchObject({ run_id: 'r-1', runtime: 'a,"b"\nc', cgroup_bytes: '' });
      expect(Number(row['t_ms'])).toBe(sample?.tMs);
      expect(Number(row['rss_bytes'])).toBe(sample?.memory.rssBytes);
      expect(Number(row['pids_count'])).toBe(sample?.pids);
    });
  });

  it('of an experiment has a row a raw value', async () => {
    const experiment = await anExperiment('startup');
    // As older ones are: the order of their runs was not recorded.
    experiment.result?.contenders.forEach((contender) => delete contender.order);
    const rows = parseCsv(await text([experiment], 'csv'));
    const raw = experiment.result?.contenders.flatMap(({ measures }) =>
      measures.flatMap((measure) => measure.raw),
    );
    expect(rows.map((row) => Number(row['value']))).toEqual(raw);
    expect(rows.map((row) => row['sequence'])).toEqual(rows.map(() => ''));
  });

  it('of an experiment whose order was recorded has the place of each run', async () => {
    const experiment = await anExperiment('startup');
    const [first] = experiment.result?.contenders ?? [];
    if (first === undefined) throw new Error('no contender');
    first.order = first.raw.map((_, at) => 2 * at + 1);
    const rows = parseCsv(await text([experiment], 'csv'));
    expect(rows.slice(0, 3).map((row) => row['sequence'])).toEqual(['1', '3', '5']);
  });

  it('has nothing that a spreadsheet would compute', async () => {
    const workload = { kind: 'image', ref: '=HYPERLINK("http://x")', args: [] } as const;
    const [row] = parseCsv(
      await text([aRun('r-1', { workload: { ...workload, args: [] } })], 'csv'),
    );
    expect(row?.['workload']).toBe(`'=HYPERLINK("http://x")`);
  });

  it('of a recording has a row a sample, and three of what is kept by steps', async () => {
    const recorded = aRecordingOf('i-1');
    const rows = parseCsv(await text([recorded], 'csv'));
    expect(rows).toHaveLength(3 * 3 + 30);
    expect(rows.slice(0, 3).map(({ of_step, step_ms }) => [of_step, step_ms])).toEqual([
      ['min', '10000'],
      ['mean', '10000'],
      ['max', '10000'],
    ]);
    const [sample] = recorded.samples;
    expect(rows[9]).toMatchObject({
      ...{ recording_id: 'i-1', name: 'shop-database', at: '2026-01-01T00:00:30.000Z' },
      ...{ step_ms: '', of_step: '', rx_bytes: String(sample?.rxBytes), pss_bytes: '' },
    });
    expect(rows.map(({ unix_ms }) => Number(unix_ms))).toEqual(
      rows.map(({ unix_ms }) => Number(unix_ms)).sort((one, other) => one - other),
    );
  });

  it('of several kinds together is refused: it is one table', async () => {
    const [run, experiment] = [aRun('r-1'), await anExperiment('limits')];
    for (const both of [
      [run, experiment],
      [run, aRecordingOf('i-1')],
      [experiment, aRecordingOf('i-1')],
    ]) {
      await expect(text(both, 'csv')).rejects.toMatchObject({ code: 'not-exportable' });
    }
  });
});

describe('HTML', () => {
  it('shows what a guest printed and is called as text, and has no script and nothing from elsewhere', async () => {
    const hostile = aRun('r-1', {
      ...{ stdout: HOSTILE, stderr: HOSTILE, runtime: HOSTILE },
      workload: { kind: 'image', ref: HOSTILE, args: [HOSTILE] },
      outcome: { kind: 'exited', code: 0, reason: HOSTILE },
      warnings: [{ code: HOSTILE, message: HOSTILE, hint: HOSTILE }],
    });
    hostile.entry.note = HOSTILE;
    hostile.entry.tags = [HOSTILE];
    const html = await text([hostile], 'html');
    expect(html).not.toMatch(/<(script|img|link|iframe|object)/i);
    expect(html).not.toMatch(/<[^>]*\s(on\w+|src|href)\s*=/i);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it('has a picture of each definition of memory that was read, and of the CPU', async () => {
    const html = await text([aRun('r-1'), aRun('r-2')], 'html');
    expect(html.match(/<title>[^<]*<\/title>/g)).toEqual([
      '<title>2 entries of Paralelo</title>',
      '<title>RSS</title>',
      '<title>CPU, percent of one core</title>',
    ]);
    expect(html).not.toContain('NaN');
  });

  it.each(['startup', 'memory', 'speed', 'density', 'limits', 'portability'] as const)(
    'of the experiment %s has its findings, its pictures and no number that is none',
    async (name) => {
      const experiment = await anExperiment(name);
      const html = await text([experiment], 'html');
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
      if (experiment.result?.contenders.some(({ measures }) => measures.length > 0) === true) {
        expect(html).toContain('<svg');
      }
    },
  );
});

describe('a report of a recording', () => {
  it('has its pictures, its lowest, mean and highest, and shows names as text', async () => {
    const html = await text([aRecordingOf('i-1', HOSTILE)], 'html');
    expect(html).not.toMatch(/<(script|img|link|iframe|object)/i);
    expect(html).toContain('<title>Working set</title>');
    expect(html).toContain('<title>CPU, percent of one core</title>');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    const markdown = await text([aRecordingOf('i-1')], 'md');
    expect(markdown).toContain('30 samples, 3 steps of 10.00 s');
    // 60 readings of which each value comes once: 0 to 59 percent.
    expect(markdown).toContain('| CPU, of one core | 0.0 % | 30 % | 59 % | 60 |');
  });
});

describe('OpenMetrics', () => {
  it('has each reading with its time, of one metric together and in order', async () => {
    const whole = await text([aRecordingOf('i-1'), aRun('r-1')], 'openmetrics');
    expect(whole.endsWith('\n# EOF\n')).toBe(true);
    const seen = new Map<string, number[]>();
    let last = '';
    for (const line of whole.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
      const [, metric = '', atS = ''] = /^(\S+\{.*\}) \S+ (\d+\.\d{3})$/.exec(line) ?? [];
      expect(metric, line).not.toBe('');
      expect(metric === last || !seen.has(metric), metric).toBe(true);
      seen.set(metric, [...(seen.get(metric) ?? []), Number(atS)]);
      last = metric;
    }
    for (const times of seen.values()) {
      expect(times.every((at, nth) => nth === 0 || at > (times[nth - 1] ?? 0))).toBe(true);
    }
    const labels = 'id="i-1",name="shop-database",kind="container",runtime="docker:runc"';
    expect(seen.get(`paralelo_cpu_seconds_total{${labels}}`)).toHaveLength(33 - 1);
    expect(seen.get('paralelo_pids{id="r-1",name="grow",kind="wasm",runtime="wasmtime"}')).toEqual(
      [0, 0.101, 0.2].map((at) => Date.UTC(2026, 0, 1) / 1000 + at),
    );
  });

  it('of an experiment is refused with what to choose instead', async () => {
    const experiment = await anExperiment('limits');
    await expect(text([aRun('r-1'), experiment], 'openmetrics')).rejects.toMatchObject({
      code: 'not-exportable',
      hint: expect.stringContaining('JSON, CSV or a bundle') as string,
    });
  });
});

describe('Markdown', () => {
  it('shows what a guest printed as text', async () => {
    const stdout = '```\n<script>alert(1)</script>\n| a |';
    const markdown = await text([aRun('r-1', { stdout })], 'md');
    expect(markdown).toContain(`\`\`\`\`text\n${stdout}\n\`\`\`\``);
  });
});

describe('JSON', () => {
  it('has every record as it was', async () => {
    const run = aRun('r-1');
    const document = JSON.parse(await text([run], 'json')) as { runs: unknown[] };
    expect(document.runs).toEqual([
      { kind: 'run', note: 'A note', tags: ['thesis'], ...run.record },
    ]);
  });
});

describe('JSON of a recording', () => {
  it('has its instance, every sample and every step', async () => {
    const { samples, steps } = aRecordingOf('i-1');
    const document = JSON.parse(await text([aRecordingOf('i-1')], 'json')) as {
      recordings: unknown[];
    };
    expect(document.recordings).toMatchObject([
      { id: 'i-1', instance: { name: 'shop-database', kind: 'container' }, samples, steps },
    ]);
  });
});

describe('what guests tried', () => {
  it('is a table with a row an attempt, and a report that shows what guests say as text', async () => {
    const recorded = someAttempts('a-1');
    const rows = parseCsv(await text([recorded], 'csv'));
    expect(rows).toHaveLength(recorded.matrix.results.length);
    expect(rows[0]).toMatchObject({ attempts_id: 'a-1', attempt: 'read-outside', area: 'files' });
    const [runtime] = recorded.matrix.runtimes;
    if (runtime === undefined) throw new Error('no runtime');
    runtime.name = HOSTILE;
    const html = await text([recorded], 'html');
    expect(html).not.toMatch(/<(script|img|link|iframe|object)/i);
    expect(html).toContain('ALLOWED');
  });
});

describe('the name of a file', () => {
  it('is safe, whatever an entry is called', async () => {
    const { fileName } = await exportFile([aRun('../../x y')], 'bundle', ORIGIN);
    expect(fileName).toBe('paralelo--x-y-2026-01-02.paralelo');
  });
});
