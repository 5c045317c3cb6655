import type { AlertRules, Instance, InstanceEvent, Sample } from '../../../contract/index.js';

/** What came true, for people; false: it is not true (any more). */
export type Verdict = { message: string; hint: string } | false;

/** What a rule is shown of one instance. */
export interface Shown {
  view: Instance;
  /** On the monitor's axis. */
  tMs: number;
}
export interface ShownSample extends Shown {
  sample: Sample;
  /** Processes of it that the kernel killed for want of memory, since it began. */
  oomKills?: number;
}
export interface ShownEvent extends Shown {
  event: InstanceEvent;
}

/**
 * One rule held against one instance. Each answers whether it is true now; undefined where what it is
 * shown says nothing about it.
 */
export interface Rule {
  sample?(shown: ShownSample): Verdict | undefined;
  event?(shown: ShownEvent): Verdict | undefined;
  /** What is known of the instance has changed. */
  changed?(shown: Shown): Verdict | undefined;
}

/** Makes one for each instance; what the user set is asked every time. */
export type RuleMaker<N extends keyof AlertRules> = (setting: () => AlertRules[N]) => Rule;
