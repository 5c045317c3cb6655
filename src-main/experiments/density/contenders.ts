import type { PlanOf, RuntimeInfo } from '../../contract/index.js';

/** The contender that is there in this experiment only: many instances in one process of V8. */
export const SHARED_HOST = 'v8:shared-host';

/** Those of the plan, and V8 with all in one process where V8 is among them. */
export function contendersOf(
  { sharedHost }: Pick<PlanOf<'density'>, 'sharedHost'>,
  runtimes: readonly RuntimeInfo[],
): RuntimeInfo[] {
  return runtimes.flatMap((info) =>
    info.id === 'v8' && sharedHost
      ? [info, { ...info, id: SHARED_HOST, mode: 'all in one process' }]
      : [info],
  );
}
