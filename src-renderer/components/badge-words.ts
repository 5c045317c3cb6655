import type { IsolationBadge } from '../../src-main/contract/index.js';

export const BADGE_WORDS: Record<IsolationBadge['level'], string> = {
  closed: 'tight',
  partly: 'partly open',
  open: 'open',
};

const MOST_REASONS = 6;

/** What the badge means, with what is wider than it could be. */
export function badgeSentence({ level, reasons }: IsolationBadge): string {
  if (level === 'closed')
    return 'Isolation: as tight as this runtime can be, as far as it is told.';
  const named = reasons.slice(0, MOST_REASONS).join(', ');
  const more = reasons.length - MOST_REASONS;
  return `Isolation: ${BADGE_WORDS[level]}. Wider than it could be: ${named}${more > 0 ? ` and ${String(more)} more` : ''}.`;
}
