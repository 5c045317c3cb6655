import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../../../src-renderer/charts/picture/file-name.js';
import {
  columnOf,
  csvTable,
  momentsTable,
  pointValues,
  readingsTable,
} from '../../../../../src-renderer/charts/picture/table.js';
import type { ChartScene, ChartSeries } from '../../../../../src-renderer/charts/types.js';

const line = (
  label: string,
  points: [number, number][],
  whole?: [number, number][],
): ChartSeries => {
  const at = (all: [number, number][]) => all.map(([x, y]) => ({ x, y }));
  return {
    ...{ id: label, label, detail: 'RSS', color: '--c1', dash: [], points: at(points) },
    ...(whole === undefined ? {} : { whole: at(whole) }),
    format: (value) => `${String(value)} B`,
  };
};
const scene = (series: ChartSeries[], xMin: number, xMax: number): ChartScene => ({
  ...{ series, xMin, xMax, limits: [], xTicks: [], yMax: 1, yTicks: [] },
});

describe('the values of a chart', () => {
  it('are all readings of the stretch that is shown, also those that were not drawn; a gap is none', () => {
    const drawn = line(
      'a',
      [[10, 1]],
      [
        [0, 9],
        [10, 1],
        [20, 2],
        [30, Number.NaN],
        [40, 3],
      ],
    );
    expect(readingsTable(scene([drawn], 5, 35)).rows).toEqual([
      ['a RSS', 10, 1],
      ['a RSS', 20, 2],
    ]);
  });

  it('are for people what each line shows at moments that are evenly apart, and nothing after its end', () => {
    const table = momentsTable(
      scene(
        [
          line('a', [
            [0, 1],
            [50, 2],
            [100, 3],
          ]),
          line('b', [[0, 7]]),
        ],
        0,
        100,
      ),
      'Time',
      (ms) => `${String(ms)} ms`,
      4,
    );
    expect(table.columns).toEqual(['Time', 'a RSS', 'b RSS']);
    expect(table.rows).toEqual([
      ['0 ms', '1 B', '7 B'],
      ['25 ms', '1 B', '–'],
      ['50 ms', '2 B', '–'],
      ['75 ms', '2 B', '–'],
      ['100 ms', '3 B', '–'],
    ]);
  });

  it('have the interval of a point where any has one', () => {
    const rows = [
      {
        label: 'a',
        points: [
          { x: 1, y: 2, low: 1.5, high: 2.5 },
          { x: 2, y: 3 },
        ],
      },
    ];
    expect(pointValues(rows, columnOf('x', ''), columnOf('y', 'MiB/s'))).toEqual({
      columns: ['series', 'x', 'y_MiB_s', 'y_MiB_s_low', 'y_MiB_s_high'],
      rows: [
        ['a', 1, 2, 1.5, 2.5],
        ['a', 2, 3, undefined, undefined],
      ],
    });
  });

  it('are CSV in which a name cannot become a cell of its own or a formula', () => {
    const rows = [
      ['=cmd()', -1.5e-7],
      ['a,"b"\n', '+x'],
    ];
    expect(csvTable({ columns: ['s', 'v'], rows })).toBe(
      `s,v\r\n'=cmd(),-1.5e-7\r\n"a,""b""\n",'+x\r\n`,
    );
  });
});

it('a file has a name for every file system', () => {
  const at = new Date(2026, 0, 2, 3, 4, 5);
  expect(fileNameOf('Memória: a/b', at)).toBe('paralelo-memoria-a-b-20260102-030405');
  expect(fileNameOf('内存', at)).toBe('paralelo-20260102-030405');
});
