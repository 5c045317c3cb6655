import { known } from '../../actions/action.js';
import type { Action } from '../../actions/action.js';
import { t } from '../../i18n/index.js';
import { recent } from '../../state/recent.js';
import { visibleName } from '../../text/escape.js';
import type { Comparison } from '../../state/comparison.svelte.js';

interface Way {
  comparison: Comparison;
  /** Whether the Lab is the room that is shown: only then its keys are heard. */
  isActive: boolean;
  /** Why it cannot run now. */
  blocked: string | undefined;
  canPickFiles: boolean;
  pickModule: () => Promise<string | undefined>;
  onRun: () => void;
  onOwn: () => void;
  onModule: (path: string) => void;
}

function showLab(): void {
  location.hash = '#lab';
}

/** What the Lab offers to the whole window: from another room it is shown first. */
export function labActions(way: Way): Action[] {
  const { comparison, isActive, blocked } = way;
  const inLab = (act: () => void) => (): void => {
    showLab();
    act();
  };
  const openModule = async (): Promise<void> => {
    const path = await way.pickModule();
    if (path !== undefined) inLab(() => way.onModule(path))();
  };
  return [
    known('lab.run', {
      section: 'running',
      title: t('Run all lanes at once'),
      applies: blocked === undefined && !comparison.isLive,
      hasKeysNow: isActive,
      run: inLab(way.onRun),
    }),
    known('lab.stop', {
      section: 'running',
      title: t('Stop every lane'),
      applies: comparison.isLive,
      hasKeysNow: isActive,
      run: () => void comparison.stop(),
    }),
    known('lab.openModule', {
      section: 'running',
      title: t('Open a module in the Lab…'),
      also: 'wasm',
      applies: way.canPickFiles,
      run: () => void openModule(),
    }),
    {
      id: 'lab.own',
      section: 'running',
      title: t('Compare a program of your own'),
      applies: !comparison.isLive,
      run: inLab(way.onOwn),
    },
    ...recent('modules').map((path): Action => ({
      id: `lab.recent.${path}`,
      section: 'running',
      title: t('Open {{file}} again', { file: visibleName(path.split(/[\\/]/).pop() ?? path) }),
      also: path,
      applies: !comparison.isLive,
      run: inLab(() => way.onModule(path)),
    })),
  ];
}
