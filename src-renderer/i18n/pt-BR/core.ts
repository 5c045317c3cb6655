import { claims } from './core/claims.js';
import { instances } from './core/instances.js';
import { isolationAdvice } from './core/isolation-advice.js';
import { isolationAttempts } from './core/isolation-attempts.js';
import { isolationChecks } from './core/isolation-checks.js';
import { isolationEvidence } from './core/isolation-evidence.js';
import { isolationFacts } from './core/isolation-facts.js';
import { isolationGaps } from './core/isolation-gaps.js';
import { samples } from './core/samples.js';

/** By the room of the core that says it; what two of them say is the same in both. */
export const CORE_ROOMS: readonly Readonly<Record<string, string>>[] = [
  claims,
  instances,
  isolationAdvice,
  isolationAttempts,
  isolationChecks,
  isolationEvidence,
  isolationFacts,
  isolationGaps,
  samples,
];

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence, `{{saidName}}` for what is said itself, `{{eachName}}`
 * for a list of that.
 */
export const core: Readonly<Record<string, string>> = Object.fromEntries(
  CORE_ROOMS.flatMap((room) => Object.entries(room)),
);
