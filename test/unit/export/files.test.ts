import { describe, expect, it } from 'vitest';
import { LabError } from '../../../src-main/contract/index.js';
import type { ExportFormat, Recorded } from '../../../src-main/contract/index.js';
import { exportFile } from '../../../src-main/export/index.js';
import { ORIGIN, aRun, anExperiment } from './recorded.js';

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
    const rows = parseCsv(await text([experiment], 'csv'));
    const raw = experiment.result?.contenders.flatMap(({ measures }) =>
      measures.flatMap((measure) => measure.raw),
    );
    expect(rows.map((row) => Number(row['value']))).toEqual(raw);
  });

  it('has nothing that a spreadsheet would compute', async () => {
    const workload = { kind: 'image', ref: '=HYPERLINK("http://x")', args: [] } as const;
    const [row] = parseCsv(
      await text([aRun('r-1', { workload: { ...workload, args: [] } })], 'csv'),
    );
    expect(row?.['workload']).toBe(`'=HYPERLINK("http://x")`);
  });

  it('of runs and experiments together is refused: it is one table', async () => {
    const both = [aRun('r-1'), await anExperiment('limits')];
    await expect(text(both, 'csv')).rejects.toBeInstanceOf(LabError);
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

describe('the name of a file', () => {
  it('is safe, whatever an entry is called', async () => {
    const { fileName } = await exportFile([aRun('../../x y')], 'bundle', ORIGIN);
    expect(fileName).toBe('paralelo--x-y-2026-01-02.paralelo');
  });
});
