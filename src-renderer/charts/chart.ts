import type { Picture } from './picture/picture.js';
import type { ChartTable } from './picture/table.js';

/** Of a plot, what is not on the screen in it. */
export type Beside = Pick<Chart, 'subtitle' | 'legend' | 'values' | 'table'>;

/** A chart beside the screen: as a picture, as values for programs, as a table for people. */
export interface Chart extends Omit<Picture, 'about'> {
  /** Every value, in base units. */
  values: () => ChartTable;
  /** With units; short enough to be read. */
  table: () => ChartTable;
}
