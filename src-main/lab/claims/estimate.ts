import type { ClaimNeed, RuntimeInfo } from '../../contract/index.js';
import { planFor } from '../../experiments/claims/index.js';

/** Milliseconds for each runtime, on two cores; once something has been measured here, only their ratios count. */
const TYPICAL_MS: Record<ClaimNeed, number> = {
  probe: 20,
  containers: 900,
  rootFiles: 900,
  portability: 1600,
  startup: 1800,
  memory: 1450,
  limits: 6400,
  density: 9000,
  speed: 10_000,
  matrix: 14_000,
};

/** How long gathering takes: as it took the last time, else as typical and at the pace of this machine. */
export class Estimate {
  readonly #took = new Map<ClaimNeed, { ms: number; typicalMs: number }>();

  learn(what: ClaimNeed, ms: number, here: readonly RuntimeInfo[]): void {
    this.#took.set(what, { ms, typicalMs: typical(what, here) });
  }

  of(needs: readonly ClaimNeed[], here: readonly RuntimeInfo[]): number {
    const pace = this.#pace();
    return needs.reduce(
      (sum, what) => sum + (this.#took.get(what)?.ms ?? pace * typical(what, here)),
      0,
    );
  }

  #pace(): number {
    const all = [...this.#took.values()];
    const typicalMs = all.reduce((sum, one) => sum + one.typicalMs, 0);
    return typicalMs === 0 ? 1 : all.reduce((sum, { ms }) => sum + ms, 0) / typicalMs;
  }
}

function typical(what: ClaimNeed, here: readonly RuntimeInfo[]): number {
  return TYPICAL_MS[what] * countOf(what, here);
}

function countOf(what: ClaimNeed, here: readonly RuntimeInfo[]): number {
  switch (what) {
    case 'probe':
      return 1;
    case 'containers':
    case 'rootFiles':
      return here.filter(({ kind }) => kind === 'container').length;
    case 'matrix':
      return here.filter(({ kind, id }) => kind === 'container' || !id.includes(':')).length;
    default:
      return planFor(what, here)?.runtimes.length ?? 0;
  }
}
