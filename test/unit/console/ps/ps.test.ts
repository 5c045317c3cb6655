import { describe, expect, it } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import type { Sample } from '../../../../src-main/contract/index.js';
import { formatInstances, oneLine } from '../../../../src-main/console/format/instances.js';
import { frameLines } from '../../../../src-main/console/format/live-frame.js';
import { matches, parseFilters } from '../../../../src-main/console/ps/filters.js';
import { keyActions } from '../../../../src-main/console/ps/keys.js';
import { psOptions } from '../../../../src-main/console/ps/options.js';
import { sortRows } from '../../../../src-main/console/ps/sort.js';
import type { SortKey } from '../../../../src-main/console/ps/sort.js';
import { FakeInstance } from '../../../support/fake-source.js';

const FLAGS = { sort: 'cpu', filter: [], period: '1s' };

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof LabError && thrown.exitCode === 2) return thrown.message;
    throw thrown;
  }
  throw new Error('Nothing was refused.');
}

const view = (name: string, more = {}) => new FakeInstance(name, more).view;
const sample = (more: Partial<Sample> = {}): Sample => ({ tMs: 0, memory: {}, ...more });

describe('the flags of ps', () => {
  it.each([
    [{ sort: 'size' }, '--sort'],
    [{ period: '1' }, '--period'],
    [{ period: '50ms' }, '--period'],
    [{ period: '2m' }, '--period'],
    [{ memory: 'heap' }, '--memory'],
    [{ filter: ['name'] }, '--filter'],
    [{ filter: ['name='] }, '--filter'],
    [{ filter: ['toString=x'] }, '--filter'],
    [{ filter: ['kind=vm'] }, '--filter'],
    [{ filter: ['state=gone'] }, '--filter'],
    [{ json: true as const, ndjson: true as const }, '--json'],
  ])('refuse %j as wrong usage', (flags, named) => {
    expect(messageOf(() => psOptions({ ...FLAGS, ...flags }, true))).toContain(named);
  });

  it('show a live table on a terminal and one table elsewhere', () => {
    expect(psOptions(FLAGS, true).output).toBe('live');
    expect(psOptions(FLAGS, false).output).toBe('once');
    expect(psOptions({ ...FLAGS, once: true }, true).output).toBe('once');
    expect(psOptions({ ...FLAGS, json: true }, true).output).toBe('json');
  });

  it('take a definition of memory by its name or for short', () => {
    expect(psOptions({ ...FLAGS, memory: 'pss' }, true).memory?.name).toBe('pssBytes');
    expect(psOptions({ ...FLAGS, memory: 'pssBytes' }, true).memory?.name).toBe('pssBytes');
  });

  it('show stopped ones to who asks for a state', () => {
    expect(psOptions({ ...FLAGS, filter: ['state=exited'] }, true).all).toBe(true);
    expect(psOptions(FLAGS, true).all).toBe(false);
  });
});

describe('the filters', () => {
  const web = view('web-1', { engine: 'docker', runtime: 'docker:runc', project: 'shop' });

  it.each([
    [['name=WEB'], true],
    [['name=db'], false],
    [['name=db', 'name=web'], true],
    [['name=web', 'kind=wasm'], false],
    [['runtime=docker'], true],
    [['runtime=docker:crun'], false],
    [['engine=docker', 'project=shop', 'state=running'], true],
    [['project=sho'], false],
  ])('%j: %s', (texts, isShown) => {
    expect(matches(web, parseFilters(texts))).toBe(isShown);
  });
});

describe('the order', () => {
  const rows = [
    {
      instance: view('b'),
      sample: sample({ cpuPercent: 5, pids: 9, memory: { workingSetBytes: 1 } }),
    },
    { instance: view('unknown') },
    {
      instance: view('a'),
      sample: sample({ cpuPercent: 70, pids: 1, memory: { workingSetBytes: 2 } }),
    },
    { instance: view('c', { kind: 'wasm' }), sample: sample({ memory: { rssBytes: 3 } }) },
  ];
  const order = (key: SortKey, isReversed = false) =>
    sortRows(rows, key, { isReversed }).map(({ instance }) => instance.name);

  it('is the highest first, what is not known last, equal ones by name', () => {
    expect(order('cpu')).toEqual(['a', 'b', 'c', 'unknown']);
    expect(order('cpu', true)).toEqual(['b', 'a', 'c', 'unknown']);
    expect(order('memory')).toEqual(['c', 'a', 'b', 'unknown']);
    expect(order('pids')).toEqual(['b', 'a', 'c', 'unknown']);
    expect(order('name', true)).toEqual(['unknown', 'c', 'b', 'a']);
  });
});

describe('the table of instances', () => {
  const options = { cores: 4, nowMs: Date.parse('2026-01-01T01:00:00Z') };

  it('tells a core from the machine, and shows nothing for what is not known', () => {
    const text = formatInstances(
      [
        {
          instance: view('web', { startedAtIso: '2026-01-01T00:00:00Z', program: 'nginx' }),
          sample: sample({ cpuPercent: 100, memory: { workingSetBytes: 2048, limitBytes: 4096 } }),
        },
        { instance: view('old', { life: undefined }) },
      ],
      options,
    );
    const [header, web, old] = text.split('\n');
    expect(header).toMatch(
      /^NAME +KIND +RUNTIME +STATE +UPTIME +CPU\/CORE +CPU\/HOST +WORKING SET/,
    );
    expect(web).toMatch(/^web +container +- +running +60 m +100 % +25 % +2\.0 KiB +4\.0 KiB/);
    expect(old).toMatch(/^old +container +- +exited +- +- +- +- +- +-/);
  });

  it('names the definition of the memory that it shows', () => {
    const rows = [{ instance: view('a') }, { instance: view('b', { kind: 'wasm' }) }];
    expect(formatInstances(rows, options)).toContain('WORKING SET (WASM: RSS)');
    const { memory } = psOptions({ ...FLAGS, memory: 'pss' }, false);
    expect(formatInstances(rows, { ...options, ...(memory && { memory }) })).toContain('  PSS  ');
  });

  it('shows the maximum of a linear memory beside that memory alone', () => {
    const memory = { rssBytes: 8 << 20, linearBytes: 2 << 20, linearMaxBytes: 16 << 20 };
    const rows = [{ instance: view('a', { kind: 'wasm' }), sample: sample({ memory }) }];
    expect(formatInstances(rows, options)).toMatch(/8\.0 MiB +- /);
    const linear = psOptions({ ...FLAGS, memory: 'linear' }, false);
    const shown = formatInstances(rows, { ...options, memory: linear.memory });
    expect(shown).toMatch(/2\.0 MiB +16\.0 MiB/);
  });

  it('lets no name drive the terminal, turn its direction or make a second line', () => {
    const name = '\u001b[2Jred\nline\u202e\u200f\u0007<b>';
    const lines = formatInstances([{ instance: view('a', { name }) }], options)
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    // eslint-disable-next-line no-control-regex -- none of them may be left
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]/);
    expect(oneLine('x'.repeat(5000), 40)).toHaveLength(40);
  });
});

describe('the live table', () => {
  const table = ['NAME', ...Array.from({ length: 50 }, (_, at) => `row ${String(at)}`)].join('\n');
  const frame = {
    table,
    counts: { all: 60, running: 50 },
    host: undefined,
    problems: [],
    sortedBy: 'cpu',
    cores: 2,
    scroll: 0,
    columns: 30,
    rows: 20,
  };

  it('fills the screen exactly and is never wider than it', () => {
    const lines = frameLines(frame);
    expect(lines).toHaveLength(20);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(frameLines({ ...frame, rows: 3 })).toHaveLength(3);
    expect(frameLines({ ...frame, rows: 100 })).toHaveLength(100);
  });

  it('says what is left out and can be moved to its end, not beyond', () => {
    expect(frameLines(frame).join('\n')).toContain('1 to 15 of 50');
    const end = frameLines({ ...frame, scroll: 1000 });
    expect(end.join('\n')).toContain('36 to 50 of 50');
    expect(end).toContain('row 49');
  });

  it('shows what does not answer', () => {
    const problem = { code: 'engine-lost', message: 'It hangs.', hint: '' } as const;
    const problems = [{ id: 'docker', name: 'Docker', isListed: false, problem }];
    expect(frameLines({ ...frame, problems })).toContain('! Docker: It hangs.');
  });
});

describe('the keys', () => {
  it('are taken one by one, arrows whole, and what means nothing is left out', () => {
    expect(keyActions('c\u001b[B\u001b[6~xR\u0003')).toEqual([
      { do: 'sort', by: 'cpu' },
      { do: 'scroll', lines: 1 },
      { do: 'scroll', pages: 1 },
      { do: 'reverse' },
      { do: 'quit' },
    ]);
  });
});
