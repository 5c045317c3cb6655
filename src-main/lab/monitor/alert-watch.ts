import { randomBytes } from 'node:crypto';
import type { Alert, AlertRuleName, AlertRules, Instance } from '../../contract/index.js';
import { makeRules } from './alerts/index.js';
import type { Rule, Verdict } from './alerts/index.js';
import type { Shown, ShownEvent, ShownSample } from './alerts/rule.js';

const MOST_KEPT = 200;

interface Held {
  name: AlertRuleName;
  rule: Rule;
  isRaised: boolean;
}

/**
 * Holds every rule against every instance but the lab's own: those are often brought to their limits on purpose, and
 * their ends are told where they were started. One that came true is raised once, until it was untrue again.
 */
export class AlertWatch {
  readonly #held = new Map<string, Held[]>();
  #alerts: Alert[] = [];

  constructor(
    private readonly rules: () => AlertRules,
    private readonly raised: (alert: Alert) => void,
  ) {}

  /** Oldest first. */
  alerts(): Alert[] {
    return [...this.#alerts];
  }

  sample(shown: ShownSample): void {
    this.#hold(shown, (rule) => rule.sample?.(shown));
  }

  event(shown: ShownEvent): void {
    this.#hold(shown, (rule) => rule.event?.(shown));
  }

  changed(shown: Shown): void {
    this.#hold(shown, (rule) => rule.changed?.(shown));
  }

  forget(instanceId: string): void {
    this.#held.delete(instanceId);
  }

  clear(): void {
    this.#held.clear();
  }

  #hold(shown: Shown, ask: (rule: Rule) => Verdict | undefined): void {
    if (shown.view.isOfLab) return;
    for (const held of this.#heldAgainst(shown.view.id)) {
      const verdict = ask(held.rule);
      // Turned off, it goes on watching: turned on again it knows since when.
      if (verdict === undefined || !this.rules()[held.name].enabled) continue;
      if (verdict !== false && !held.isRaised) this.#raise(held.name, shown, verdict);
      held.isRaised = verdict !== false;
    }
  }

  #heldAgainst(id: string): Held[] {
    let all = this.#held.get(id);
    if (all === undefined) {
      all = makeRules(this.rules).map(([name, rule]) => ({ name, rule, isRaised: false }));
      this.#held.set(id, all);
    }
    return all;
  }

  #raise(
    rule: AlertRuleName,
    { view, tMs }: Shown,
    words: { message: string; hint: string },
  ): void {
    const alert: Alert = {
      id: `a-${randomBytes(6).toString('hex')}`,
      rule,
      instanceId: view.id,
      name: nameOf(view),
      atIso: new Date().toISOString(),
      tMs,
      ...words,
    };
    this.#alerts = [...this.#alerts, alert].slice(-MOST_KEPT);
    this.raised(alert);
  }
}

function nameOf({ name }: Instance): string {
  return name.slice(0, 200);
}
