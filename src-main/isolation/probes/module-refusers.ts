import type { EnforcedBy, Refuser } from '../../contract/index.js';
import type { Word } from './words.js';

type Refusal = Extract<Word, { verdict: 'refused' }>;

/** What a runtime's own file system answers for what is not in it; another runtime says so of what it refuses. */
const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** A module reaches nothing but its runtime: what it is told, the runtime tells. */
export function moduleRefusers({ errno, call }: Refusal, enforcedBy: EnforcedBy): Refuser[] {
  if (call === 'malloc') {
    return [enforcedBy.memory === 'module-maximum' ? 'linear-memory-bounds' : 'runtime'];
  }
  if (errno !== undefined && NOT_THERE.has(errno)) return ['runtime', 'nothing-there'];
  return ['runtime'];
}
