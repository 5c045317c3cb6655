import type { ImportGroup, ImportUse } from '../../contract/index.js';
import { DOORS, doorOf } from './doors.js';
import type { Door } from './doors.js';

/** More than a reader reads. `ModuleWalls.importCount` is that of all. */
const MOST_OF_A_GROUP = 1000;
const MOST_NAME_CHARACTERS = 4096;

/** Imports by the door they open; a door that nothing opens is left out. */
export function groupImports(imports: readonly ImportUse[]): ImportGroup[] {
  const byDoor = new Map<Door, ImportUse[]>();
  for (const entry of imports) {
    const door = doorOf(entry);
    const group = byDoor.get(door) ?? [];
    if (group.length < MOST_OF_A_GROUP) group.push(shortened(entry));
    byDoor.set(door, group);
  }
  return DOORS.flatMap(({ id, title }) => {
    const group = byDoor.get(id);
    return group === undefined ? [] : [{ id, title, imports: group }];
  });
}

function shortened(entry: ImportUse): ImportUse {
  return {
    ...entry,
    module: entry.module.slice(0, MOST_NAME_CHARACTERS),
    ...(entry.name === undefined ? {} : { name: entry.name.slice(0, MOST_NAME_CHARACTERS) }),
  };
}
