import { MOST_SIDE_BY_SIDE } from '../../../src-main/contract/index.js';
import type { HistoryEntry } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { MOST_COMPARED } from '../../state/history.svelte.js';

export interface Comparable {
  /** Runs play on one axis in the Lab; results of experiments stand side by side here. */
  where: 'lab' | 'here';
  /** Why these cannot be compared. */
  why?: string;
}

/** How these would be compared, and why they cannot be. */
export function comparable(
  marked: readonly HistoryEntry[],
  blocked: string | undefined,
): Comparable {
  const kinds = new Set(marked.map(({ kind }) => kind));
  if (kinds.size > 1) {
    return { where: 'lab', why: t('Runs are compared with runs, experiments with experiments.') };
  }
  if (kinds.has('recording') || kinds.has('attempts')) {
    return { where: 'lab', why: t('These are not compared: mark runs, or experiments.') };
  }
  return kinds.has('experiment') ? ofExperiments(marked) : ofRuns(marked, blocked);
}

function ofRuns(marked: readonly HistoryEntry[], blocked: string | undefined): Comparable {
  const why =
    marked.length < 2
      ? t('Mark a second run to compare.')
      : marked.length > MOST_COMPARED
        ? t('At most {{most}} are compared at once.', { most: MOST_COMPARED })
        : blocked;
  return { where: 'lab', ...(why === undefined ? {} : { why }) };
}

function ofExperiments(marked: readonly HistoryEntry[]): Comparable {
  const names = new Set(marked.flatMap((one) => (one.kind === 'experiment' ? one.experiment : [])));
  const isOpen = marked.some(({ outcome }) => outcome === 'recording');
  const why =
    marked.length < 2
      ? t('Mark a second experiment to compare.')
      : names.size > 1
        ? t('Only experiments of one kind are compared.')
        : isOpen
          ? t('One of them still runs.')
          : marked.length > MOST_SIDE_BY_SIDE
            ? t('At most {{most}} are compared at once.', { most: MOST_SIDE_BY_SIDE })
            : undefined;
  return { where: 'here', ...(why === undefined ? {} : { why }) };
}
