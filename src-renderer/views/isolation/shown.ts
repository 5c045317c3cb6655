import type { ProfileState } from '../../state/isolation.svelte.js';
import type { SubjectWords } from './subjects.js';

/** A subject as the tabs show it. */
export interface Shown {
  key: string;
  words: SubjectWords;
  state: ProfileState;
}
