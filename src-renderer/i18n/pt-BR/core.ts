import { experimentsClaims } from './core/experiments-claims.js';
import { experimentsDensity } from './core/experiments-density.js';
import { experimentsEvidence } from './core/experiments-evidence.js';
import { experimentsIsolation } from './core/experiments-isolation.js';
import { experimentsLimits } from './core/experiments-limits.js';
import { experimentsMemory } from './core/experiments-memory.js';
import { experimentsPortability } from './core/experiments-portability.js';
import { experimentsProgram } from './core/experiments-program.js';
import { experimentsResults } from './core/experiments-results.js';
import { experimentsShared } from './core/experiments-shared.js';
import { experimentsSpeed } from './core/experiments-speed.js';
import { experimentsStartup } from './core/experiments-startup.js';

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence, `{{Name}}` for what the core said, too
 * (sentences.ts).
 */
export const core = {
  ...experimentsClaims,
  ...experimentsDensity,
  ...experimentsEvidence,
  ...experimentsIsolation,
  ...experimentsLimits,
  ...experimentsMemory,
  ...experimentsPortability,
  ...experimentsProgram,
  ...experimentsResults,
  ...experimentsShared,
  ...experimentsSpeed,
  ...experimentsStartup,
} as const satisfies Record<string, string>;
