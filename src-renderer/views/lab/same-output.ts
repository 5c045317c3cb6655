import { sameOutput } from '../../../src-main/contract/index.js';
import type { RunRecord } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { list } from '../../text/format.js';

export interface OutputVerdict {
  same: boolean;
  text: string;
}

/**
 * Whose stdout is whose, once every lane has a record: one verdict a lane, in order. A run that
 * never started has nothing to compare.
 */
export function compareOutputs(
  lanes: readonly { name: string; record: RunRecord | undefined }[],
): (OutputVerdict | undefined)[] | undefined {
  const records = lanes.flatMap(({ record }) => record ?? []);
  if (lanes.length < 2 || records.length < lanes.length) return undefined;
  if (sameOutput(records)) return lanes.map(() => ({ same: true, text: t('same output') }));
  const started = (record?: RunRecord): boolean => record?.outcome.kind !== 'failed-to-start';
  if (records.filter(started).length < 2) return undefined;
  return lanes.map((lane) => {
    if (!started(lane.record)) return undefined;
    const twins = lanes.filter((other) => other !== lane && sameAs(other.record, lane.record));
    return twins.length === 0
      ? { same: false, text: t('differs') }
      : {
          same: true,
          text: t('same as {{names}}', { names: list(twins.map(({ name }) => name)) }),
        };
  });
}

function sameAs(one: RunRecord | undefined, other: RunRecord | undefined): boolean {
  return one !== undefined && other !== undefined && sameOutput([one, other]);
}
