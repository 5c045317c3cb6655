import { LabError } from '../../contract/index.js';
import { readComponent } from './component.js';
import type { ComponentProfile } from './component.js';
import type { ModuleProfile } from './profile.js';
import { readModule } from './read-module.js';

const MOST_DEPTH = 16;
const MOST_NESTED = 1000;

/** What counts of a core module in a component: what it imports is given to it by the component. */
export type NestedModule = Pick<
  ModuleProfile,
  'memories' | 'tables' | 'hasStartFunction' | 'producers' | 'languages' | 'targetFeatures'
>;

/** The core modules in a component and in the components in it. Throws LabError where one is malformed. */
export function nestedModules(
  { nested }: ComponentProfile,
  bytes: Uint8Array,
  depth = 1,
): NestedModule[] {
  if (nested.length > MOST_NESTED) throw tooMuch(`more than ${MOST_NESTED} side by side`);
  return nested.flatMap(({ kind, start, end }) => {
    const part = bytes.subarray(start, end);
    return within(start, () => {
      if (kind === 'module') return [nestedModule(readModule(part))];
      if (depth >= MOST_DEPTH) throw tooMuch(`more than ${MOST_DEPTH} deep`);
      return nestedModules(readComponent(part), part, depth + 1);
    });
  });
}

/** Without its imports and exports, which of a thousand modules could be many. */
function nestedModule(profile: ModuleProfile): NestedModule {
  const { memories, tables, hasStartFunction, producers, languages, targetFeatures } = profile;
  return { memories, tables, hasStartFunction, producers, languages, targetFeatures };
}

/** What is wrong in a part is said with the place of that part. */
function within<T>(start: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    throw new LabError(
      'not-a-module',
      `In what is nested in the component at byte ${start}: ${thrown.message}`,
      thrown.hint,
      { cause: thrown },
    );
  }
}

function tooMuch(how: string): LabError {
  return new LabError(
    'not-a-module',
    `Modules and components are nested in it ${how}.`,
    'Build it again with a current toolchain.',
  );
}
