import type { IsolationFact } from '../../contract/index.js';
import { decodeCapabilities } from '../../isolation/capabilities.js';
import { capabilitiesFact, seccompFact } from '../../isolation/facts/privileges.js';
import { readText } from '../../metrics/files/kernel-text.js';
import { parseStatus } from '../../metrics/proc/status.js';

/** Every guest has one. */
export const OWN_PROCESS: IsolationFact = {
  id: 'own-process',
  label: 'process of its own',
  detail: 'The guest shares a process with no other guest and not with the lab.',
  tone: 'strong',
  basis: 'declared',
};

/** What the kernel shows of the process that hosts a guest of `engine`. Nothing where there is no /proc. */
export function hostProcessFacts(pid: number, engine: string, procRoot = '/proc'): IsolationFact[] {
  const status = parseStatus(readText(`${procRoot}/${String(pid)}/status`) ?? '');
  const facts: IsolationFact[] = [];
  if (status.effectiveCapabilities !== undefined) {
    const names = decodeCapabilities(status.effectiveCapabilities);
    facts.push(capabilitiesFact(names, 'effective'));
  }
  if (status.seccompMode !== undefined) facts.push(seccompFact(status.seccompMode, 'effective'));
  return facts.map((fact) => aroundGuest(fact, engine));
}

/** A fact of the process as one of the guest inside. */
export function aroundGuest(fact: IsolationFact, engine: string): IsolationFact {
  return {
    ...fact,
    id: `host-${fact.id}`,
    label: `host process: ${fact.label}`,
    detail: `${fact.detail} This is the process around the guest; it counts only for a guest that breaks out of ${engine}.`,
    // The module's own walls come first: a privileged host process is a second wall that is missing.
    tone: fact.tone === 'loose' ? 'neutral' : fact.tone,
  };
}
