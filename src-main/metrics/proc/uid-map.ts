import type { IdMapping } from '../../contract/index.js';
import { toCount } from '../files/kernel-text.js';

/** /proc/PID/uid_map or gid_map (man user_namespaces(7)): lines of `inside outside count`. */
export function parseIdMap(map: string): IdMapping[] {
  return map.split('\n').flatMap((line) => {
    const [inside, outside, count] = line.trim().split(/\s+/).map(toCount);
    return inside === undefined || outside === undefined || count === undefined
      ? []
      : [{ inside, outside, count }];
  });
}

/** The id inside a user namespace of `outside`. Undefined when it is not mapped. */
export function insideId(map: string, outside: number): number | undefined {
  return mappedInside(parseIdMap(map), outside);
}

export function mappedInside(map: readonly IdMapping[], outside: number): number | undefined {
  const range = map.find((one) => outside >= one.outside && outside < one.outside + one.count);
  return range === undefined ? undefined : range.inside + outside - range.outside;
}
