import { WINDOW_ACTIONS } from '../../src-main/contract/index.js';
import type { WindowActionId } from '../../src-main/contract/index.js';
import type { Words } from '../i18n/index.js';

export type Section = 'rooms' | 'running' | 'recorded' | 'looks' | 'help';

export const SECTIONS: Record<Section, Words> = {
  running: 'Run and stop',
  rooms: 'Go to a room',
  recorded: 'What is recorded',
  looks: 'How it looks',
  help: 'Find help',
};

/** Something that can be done in the window as a whole. */
export interface Action {
  id: string;
  section: Section;
  /** In the language of the window. */
  title: string;
  /** Further words by which it is found. */
  also?: string;
  /** As WINDOW_ACTIONS writes them. */
  keys?: readonly string[];
  /** Whether it makes sense now; absent: always. */
  applies?: boolean;
  /** Whether its keys are heard now; absent: whenever it applies. */
  hasKeysNow?: boolean;
  run: () => void;
}

/** One that menus and keys know by its id. */
export function known(id: WindowActionId, rest: Omit<Action, 'id' | 'keys'>): Action {
  return { id, keys: WINDOW_ACTIONS[id], ...rest };
}
