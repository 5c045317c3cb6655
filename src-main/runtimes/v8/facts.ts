import type { Grants, IsolationFact } from '../../contract/index.js';
import { OWN_PROCESS } from '../module/host-process.js';

/** What is particular to V8 through node:wasi, beyond what every Wasm runtime has. */
export function v8Facts(grants: Grants): IsolationFact[] {
  if (grants.volumes.length === 0) return [OWN_PROCESS];
  const symlinks: IsolationFact = {
    id: 'symlinks',
    label: 'symlinks lead out',
    detail: symlinksDetail(grants),
    tone: 'loose',
    basis: 'declared',
  };
  return [OWN_PROCESS, symlinks];
}

function symlinksDetail({ volumes }: Grants): string {
  const isWritable = volumes.some(({ readOnly }) => !readOnly);
  return isWritable
    ? 'node:wasi follows symbolic links out of a granted directory: through one, which it may make itself, the guest reads and writes whatever its host process may, also what another grant gives for reading only.'
    : 'node:wasi follows symbolic links out of a granted directory: through one that is there the guest reads whatever its host process may.';
}
