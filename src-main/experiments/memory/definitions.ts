import { MEMORY_DEFINITIONS } from '../../contract/index.js';
import type { Memory, RuntimeKind } from '../../contract/index.js';

/** The definitions that a curve is drawn of; a limit and a maximum are no use of memory. */
const NAMES = [
  'pssBytes',
  'privateDirtyBytes',
  'rssBytes',
  'anonBytes',
  'cgroupBytes',
  'workingSetBytes',
  'linearBytes',
] as const;
export type DrawnName = (typeof NAMES)[number];

export interface DrawnDefinition {
  name: DrawnName;
  /** `pss`: in the ids of measures and curves. */
  id: string;
  label: string;
}

/** In the order in which contenders are compared by them: the first that all of them have. */
export const DRAWN: readonly DrawnDefinition[] = NAMES.map((name) => ({
  name,
  id: name.slice(0, -'Bytes'.length),
  label: MEMORY_DEFINITIONS.find((definition) => definition.name === name)?.label ?? name,
}));

/** Those that a runtime of this kind should have. */
export function expectedOf(kind: RuntimeKind): DrawnDefinition[] {
  return DRAWN.filter(({ name }) =>
    MEMORY_DEFINITIONS.some((one) => one.name === name && one.kinds.includes(kind)),
  );
}

/** Without those that could not be read. */
export function mapDrawn<T>(
  of: (definition: DrawnDefinition) => T | undefined,
): Partial<Record<DrawnName, T>> {
  return Object.fromEntries(
    DRAWN.flatMap((definition) => {
      const value = of(definition);
      return value === undefined ? [] : [[definition.name, value]];
    }),
  );
}

export type DrawnMemory = Pick<Memory, DrawnName>;
