import type { Asked } from '../case.js';
import { LEAST_GRANTS } from '../../../contract/index.js';
import type { Grants, Limits } from '../../../contract/index.js';

/** The twin that does what its first argument says. */
export function probe(args: string[], grants: Partial<Grants> = {}, limits: Limits = {}): Asked {
  return {
    workload: { kind: 'twin', ref: 'probe', args },
    grants: { ...LEAST_GRANTS, ...grants },
    limits,
  };
}
