import type { Instance } from '../../../../src-main/contract/index.js';
import type { SparkSource } from '../../../charts/spark.js';
import type { Column } from '../columns.js';
import type { Figures } from '../figures.js';
import type { Preferences } from '../preferences.svelte.js';

/** What every row needs to know of the table it stands in; read anew with each of its changes. */
export interface TableContext {
  readonly columns: readonly Column[];
  readonly preferences: Preferences;
  /** Of the machine; absent while it is not known. */
  readonly cores: number | undefined;
  /** By the clock of the lab. */
  readonly nowMs: number;
  /** Follows the numbers. */
  figures(instance: Instance): Figures;
  curve(instance: Instance): SparkSource;
  isDimmed(instance: Instance): boolean;
  runtimeName(id: string | undefined): string;
}
