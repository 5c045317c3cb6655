import type { Grants, IsolationFact } from '../../contract/index.js';
import { decodeCapabilities } from '../../isolation/capabilities.js';
import { capabilitiesFact, seccompFact } from '../../isolation/facts/privileges.js';
import { readText } from '../../metrics/files/kernel-text.js';
import { parseStatus } from '../../metrics/proc/status.js';

/** What is particular to V8 through node:wasi, beyond what every Wasm runtime has. */
export function v8Facts(grants: Grants): IsolationFact[] {
  const own: IsolationFact = {
    id: 'own-process',
    label: 'process of its own',
    detail: 'The guest shares a process with no other guest and not with the lab.',
    tone: 'strong',
    basis: 'declared',
  };
  if (grants.volumes.length === 0) return [own];
  const symlinks: IsolationFact = {
    id: 'symlinks',
    label: 'symlinks lead out',
    detail: symlinksDetail(grants),
    tone: 'loose',
    basis: 'declared',
  };
  return [own, symlinks];
}

function symlinksDetail({ volumes }: Grants): string {
  const isWritable = volumes.some(({ readOnly }) => !readOnly);
  return isWritable
    ? 'node:wasi follows symbolic links out of a granted directory: through one, which it may make itself, the guest reads and writes whatever its host process may, also what another grant gives for reading only.'
    : 'node:wasi follows symbolic links out of a granted directory: through one that is there the guest reads whatever its host process may.';
}

const IF_IT_BREAKS_OUT =
  'This is the process around the guest; it counts only for a guest that breaks out of V8.';

/** What the kernel shows of the process that hosts the guest. Nothing where there is no /proc. */
export function hostProcessFacts(pid: number): IsolationFact[] {
  const status = parseStatus(readText(`/proc/${String(pid)}/status`) ?? '');
  const facts: IsolationFact[] = [];
  if (status.effectiveCapabilities !== undefined) {
    const names = decodeCapabilities(status.effectiveCapabilities);
    facts.push(capabilitiesFact(names, 'effective'));
  }
  if (status.seccompMode !== undefined) facts.push(seccompFact(status.seccompMode, 'effective'));
  return facts.map((fact) => ({
    ...fact,
    id: `host-${fact.id}`,
    label: `host process: ${fact.label}`,
    detail: `${fact.detail} ${IF_IT_BREAKS_OUT}`,
    // The module's own walls come first: a privileged host process is a second wall that is missing.
    tone: fact.tone === 'loose' ? 'neutral' : fact.tone,
  }));
}
