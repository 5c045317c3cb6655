export { missingBefore } from './before.js';
export type { Evidence, Judged, Rule } from './claim.js';
export { infoOf, VERDICT_WORDS } from './words.js';
export { CLAIMS } from './texts/index.js';
export { RULES, judgeSummary } from './rules/index.js';
export { planFor } from './plans.js';
