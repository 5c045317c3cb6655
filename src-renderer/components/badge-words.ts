import type { IsolationBadge } from '../../src-main/contract/index.js';
import { said, t } from '../i18n/index.js';
import type { Words } from '../i18n/index.js';

export const BADGE_WORDS: Record<IsolationBadge['level'], Words> = {
  closed: 'tight',
  partly: 'partly open',
  open: 'open',
};

const MOST_REASONS = 6;

/** What the badge means, with what is wider than it could be. */
export function badgeSentence({ level, reasons }: IsolationBadge): string {
  if (level === 'closed')
    return t('Isolation: as tight as this runtime can be, as far as it is told.');
  const named = reasons
    .slice(0, MOST_REASONS)
    .map((reason) => said(reason))
    .join(', ');
  const more = reasons.length - MOST_REASONS;
  const openness = t(BADGE_WORDS[level]);
  return more > 0
    ? t('Isolation: {{openness}}. Wider than it could be: {{named}} and {{more}} more.', {
        openness,
        named,
        more,
      })
    : t('Isolation: {{openness}}. Wider than it could be: {{named}}.', { openness, named });
}
