import type { IsolationProfile } from '../../../../src-main/contract/index.js';
import { containerSections } from './container-sections.js';
import { guestSections } from './guest-sections.js';
import type { Section } from './sections.js';

export function profileSections({ container, guest }: IsolationProfile): Section[] {
  if (container !== undefined) return containerSections(container);
  return guest === undefined ? [] : guestSections(guest);
}

/** How many lines say something else than what was asked for. */
export function differenceCount(sections: readonly Section[]): number {
  return sections.reduce(
    (total, { lines }) => total + lines.filter(({ differs }) => differs === true).length,
    0,
  );
}
