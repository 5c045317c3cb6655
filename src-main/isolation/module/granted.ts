import type { GuestGrants, ImportUse, ModuleWalls } from '../../contract/index.js';
import type { Door } from './doors.js';

/** The same walls, each import with whether these grants give it anything to work on. */
export function withGrants(walls: ModuleWalls, grants: GuestGrants): ModuleWalls {
  return {
    ...walls,
    importGroups: walls.importGroups.map((group) => ({
      ...group,
      imports: group.imports.map((entry) => {
        const granted = isGranted(group.id, entry, grants);
        return granted === undefined ? entry : { ...entry, granted };
      }),
    })),
  };
}

/** Undefined where it is not told: what a function of the host does only the host knows. */
function isGranted(door: Door, entry: ImportUse, grants: GuestGrants): boolean | undefined {
  switch (door) {
    case 'files':
      return grants.directories.length > 0;
    case 'sockets':
    case 'http':
      return grants.network === 'unknown' ? undefined : grants.network === 'granted';
    case 'arguments-environment':
      return isEnvironment(entry)
        ? grants.environmentNames.length > 0 || grants.inheritsEnvironment === true
        : true;
    case 'host-functions':
    case 'other':
      return undefined;
    default:
      // Streams, clocks, random numbers, its own end and waiting are there without being asked for.
      return true;
  }
}

/** In preview 1; an interface of WASI 0.2 has arguments as well, and those always begin with a name. */
function isEnvironment({ name }: ImportUse): boolean {
  return name?.startsWith('environ_') === true;
}
