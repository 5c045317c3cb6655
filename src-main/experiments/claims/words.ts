import type { ClaimInfo, ClaimResult, ClaimVerdict } from '../../contract/index.js';
import { CLAIMS } from './texts/index.js';

export const VERDICT_WORDS: Record<ClaimVerdict, string> = {
  holds: 'holds',
  'holds-with-caveat': 'holds with a caveat',
  'does-not-hold': 'does not hold here',
  'could-not-be-tested': 'could not be tested here',
};

export function infoOf({ id }: Pick<ClaimResult, 'id'>): ClaimInfo {
  const info = CLAIMS.find((one) => one.id === id);
  if (info === undefined) throw new RangeError(`no claim ${id}`);
  return info;
}
