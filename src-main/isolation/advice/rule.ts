import type { Advice, ContainerProfile, GuestProfile } from '../../contract/index.js';

/** What one rule says of one profile; several where several things are so (a port, a mount each). */
export type Said = Pick<Advice, 'message' | 'change'> & Partial<Pick<Advice, 'severity'>>;

interface Rule<Kind extends string, Profile> {
  id: string;
  appliesTo: Kind;
  /** Unless what it says has a severity of its own. */
  severity: Advice['severity'];
  against: Advice['against'];
  /**
   * The recommendation's number in section 5 ("Container Runtime") of the CIS Docker Benchmark v1.6.0. Until v1.5.0 those
   * up to 5.9 were one lower: v1.6.0 put swarm mode first. Recommendations that a profile cannot tell (5.1 swarm, 5.7 sshd, 5.9
   * which ports are needed, 5.23 and 5.24 `docker exec`, 5.25 the parent cgroup, 5.27 health, 5.28 image versions) have no rule.
   */
  benchmark?: string;
  about(profile: Profile): Said[];
}

export type ContainerRule = Rule<'container', ContainerProfile>;
export type GuestRule = Rule<'guest', GuestProfile>;
export type AdviceRule = ContainerRule | GuestRule;

/** As many as anybody reads; a profile may have a thousand ports. */
export const MOST_SAID = 20;

export function saidIf(isSo: boolean | undefined, message: string, change: string): Said[] {
  return isSo === true ? [{ message, change }] : [];
}
