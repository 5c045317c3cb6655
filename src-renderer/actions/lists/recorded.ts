import { EXPORT_FORMATS } from '../../../src-main/contract/index.js';
import type { ExportFormat } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import type { History } from '../../state/history.svelte.js';
import { known } from '../action.js';
import type { Action } from '../action.js';
import { goTo } from './rooms.js';

const EXPORT_TITLES: Record<ExportFormat, Words> = {
  bundle: 'Export as a bundle, to be opened elsewhere',
  html: 'Export as a report with pictures (HTML)',
  md: 'Export as a report (Markdown)',
  csv: 'Export as a table (CSV)',
  json: 'Export everything (JSON)',
  openmetrics: 'Export for a Prometheus (OpenMetrics)',
};

interface Way {
  history: History;
  isConnected: boolean;
  /** Lets somebody choose a bundle, and imports it. */
  onImport: () => void;
}

/** What History has marked, else the entry that is open there. */
function chosenIn({ marked, chosenId }: History): readonly string[] {
  if (marked.length > 0) return marked;
  return chosenId === undefined ? [] : [chosenId];
}

export function recordedActions({ history, isConnected, onImport }: Way): Action[] {
  const isBusy = history.exchange.isBusy || !isConnected;
  const { removed } = history;
  return [
    known('history.search', {
      section: 'recorded',
      title: t('Search in History'),
      run: () => goTo('history', 'search'),
    }),
    known('history.import', {
      section: 'recorded',
      title: t('Import a bundle…'),
      applies: !isBusy,
      run: onImport,
    }),
    ...EXPORT_FORMATS.map((format): Action => ({
      id: `history.export.${format}`,
      section: 'recorded',
      title: t(EXPORT_TITLES[format]),
      applies: !isBusy && chosenIn(history).length > 0,
      run: () => void history.exchange.save(chosenIn(history), format),
    })),
    known('history.undo', {
      section: 'recorded',
      title: t('Undo: have back what was removed from History'),
      applies: isConnected && removed.length > 0,
      run: () => void history.restore(removed),
    }),
  ];
}
