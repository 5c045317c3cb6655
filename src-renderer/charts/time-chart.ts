import {
  Chart,
  Decimation,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import type { ChartDataset, ChartOptions, Plugin, Scale } from 'chart.js';
import { drawCrosshair, drawEnds, drawLabels, drawLimits, drawMarks, gutterPx } from './draw.js';
import { drawTimeLabels } from './time-labels.js';
import { AXIS_PX, BARE_GUTTER_PX, readTheme } from './types.js';
import type { ChartScene, ChartSeries, ChartTheme } from './types.js';
import type { Point } from '../state/series.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Decimation);

type Line = ChartDataset<'line'> & { id?: string; source?: readonly Point[] };

const EMPTY: ChartScene = { series: [], limits: [], xMax: 1000, xTicks: [], yMax: 1, yTicks: [] };

/** Chart.js behind a small door: lines are matched by id and updated in place. */
export class TimeChart {
  readonly #chart: Chart<'line'>;
  readonly #host: Element;
  #scene: ChartScene = EMPTY;
  #theme: ChartTheme;
  #cursorMs: number | undefined;

  /** Undefined where there is no canvas to draw on. */
  static on(canvas: HTMLCanvasElement): TimeChart | undefined {
    return canvas.getContext('2d') === null ? undefined : new TimeChart(canvas);
  }

  private constructor(canvas: HTMLCanvasElement) {
    this.#host = canvas;
    this.#theme = readTheme(canvas);
    this.#chart = new Chart<'line'>(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: this.#options(),
      plugins: [this.#drawing()],
    });
  }

  show(scene: ChartScene): void {
    this.#scene = scene;
    const known = this.#chart.data.datasets as Line[];
    this.#chart.data.datasets = scene.series.map((series) =>
      this.#line(
        series,
        known.find(({ id }) => id === series.id),
      ),
    );
    const { x, y } = this.#chart.options.scales ?? {};
    if (x !== undefined) {
      x.min = scene.xMin ?? 0;
      x.max = scene.xMax;
    }
    if (y !== undefined) y.max = scene.yMax;
    this.#chart.update('none');
  }

  /** Only the overlay moves: nothing is laid out again. */
  showCursor(ms: number | undefined): void {
    if (this.#cursorMs === ms) return;
    this.#cursorMs = ms;
    this.#chart.draw();
  }

  /** After the system went light or dark. */
  retheme(): void {
    this.#theme = readTheme(this.#host);
    this.#chart.options.scales = this.#options().scales;
    this.show(this.#scene);
  }

  /** Time under a pixel of the canvas, within the axis; undefined right of the plot. */
  timeAt(pixel: number): number | undefined {
    const { left, right } = this.#chart.chartArea;
    if (pixel > right + 12) return undefined;
    const ms = this.#chart.scales.x?.getValueForPixel(Math.max(left, Math.min(right, pixel)));
    return ms === undefined
      ? undefined
      : Math.min(this.#scene.xMax, Math.max(this.#scene.xMin ?? 0, ms));
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #line(series: ChartSeries, known: Line | undefined): Line {
    const line: Line = known ?? { id: series.id, data: [] };
    line.label = series.label;
    line.borderColor = this.#theme.color(series.color);
    line.borderDash = [...series.dash];
    if (line.source !== series.points) {
      line.source = series.points;
      line.data = series.points as Line['data'];
    }
    return line;
  }

  #options(): ChartOptions<'line'> {
    const ticks = { color: this.#theme.mute, font: { size: 11, family: this.#theme.font } };
    const grid = { color: this.#theme.line, drawTicks: false, tickLength: 0 };
    return {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: {
        padding: ({ chart }: { chart: Chart }) => ({
          top: 6,
          right: this.#scene.isBare === true ? BARE_GUTTER_PX : gutterPx(chart.width),
        }),
      },
      datasets: {
        line: { borderWidth: 1.75, pointRadius: 0, borderJoinStyle: 'round', clip: 4 },
      },
      plugins: { decimation: { enabled: true, algorithm: 'lttb', samples: 300, threshold: 600 } },
      scales: {
        x: {
          type: 'linear',
          min: this.#scene.xMin ?? 0,
          max: this.#scene.xMax,
          border: { display: false },
          grid,
          ticks: {
            ...ticks,
            maxRotation: 0,
            padding: 4,
            // Room for those that `drawTimeLabels` draws: the first and the last of Chart.js stand beside their marks.
            callback: () => '',
          },
          afterBuildTicks: (axis) => this.#place(axis, 'xTicks'),
        },
        y: {
          type: 'linear',
          min: 0,
          max: this.#scene.yMax,
          border: { display: false },
          grid,
          ticks: { ...ticks, padding: 8, callback: this.#valueLabel },
          afterBuildTicks: (axis) => this.#place(axis, 'yTicks'),
          afterFit: (axis) => {
            axis.width = AXIS_PX;
          },
        },
      },
    };
  }

  #place(axis: Scale, which: 'xTicks' | 'yTicks'): void {
    axis.ticks = this.#scene[which].map(({ value }) => ({ value }));
  }

  readonly #valueLabel = (value: number | string): string =>
    this.#scene.yTicks.find((tick) => tick.value === Number(value))?.label ?? '';

  #drawing(): Plugin<'line'> {
    return {
      id: 'paralelo',
      beforeDatasetsDraw: (chart) => {
        drawMarks(chart, this.#scene, this.#theme);
        drawLimits(chart, this.#scene, this.#theme);
      },
      afterDatasetsDraw: (chart) => {
        drawTimeLabels(chart, this.#scene, this.#theme);
        drawEnds(chart, this.#scene, this.#theme);
        if (this.#cursorMs !== undefined) {
          drawCrosshair(chart, this.#scene, this.#theme, this.#cursorMs);
        }
        if (this.#scene.isBare !== true)
          drawLabels(chart, this.#scene, this.#theme, this.#cursorMs);
      },
    };
  }
}
