import type { ModuleWalls } from '../../contract/index.js';

/** The same walls, each import with how often it was called; `calls` are by `module.name`. */
export function withCalls(
  walls: ModuleWalls,
  calls: Readonly<Record<string, number>>,
): ModuleWalls {
  return {
    ...walls,
    importGroups: walls.importGroups.map((group) => ({
      ...group,
      imports: group.imports.map((entry) => {
        const count = entry.name === undefined ? undefined : calls[`${entry.module}.${entry.name}`];
        return count === undefined ? entry : { ...entry, calls: count };
      }),
    })),
  };
}
