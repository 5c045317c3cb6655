import type { ClaimId, ClaimNeed, ClaimsStatus, RuntimeInfo } from '../../contract/index.js';
import { RULES } from '../../experiments/claims/index.js';
import { monotonicMs } from '../../metrics/index.js';
import { needsOf } from './claims.js';
import type { Estimate } from './estimate.js';
import type { GatherProgress } from './gather.js';

interface Place {
  what: ClaimNeed;
  sinceMs: number;
  progress?: GatherProgress;
}

/** Fewer steps than these say nothing of the next ones. */
const FEW = 5;

/** How far one test of claims is in all that it has to gather, and how long it will take. */
export class Journey {
  readonly #needs: readonly ClaimNeed[];
  #at: Place | undefined;

  constructor(
    private readonly ids: readonly ClaimId[],
    private readonly here: readonly RuntimeInfo[],
    private readonly estimate: Estimate,
  ) {
    this.#needs = needsOf(ids);
  }

  /** What was gathered before it is done. */
  reach(what: ClaimNeed): void {
    this.arrive();
    this.#at = { what, sinceMs: monotonicMs() };
  }

  advance(progress: GatherProgress): void {
    if (this.#at !== undefined) this.#at.progress = progress;
  }

  /** To the end of what is gathered now. */
  arrive(): void {
    if (this.#at === undefined) return;
    this.estimate.learn(this.#at.what, monotonicMs() - this.#at.sinceMs, this.here);
    this.#at = undefined;
  }

  look(judged: readonly ClaimId[]): Pick<ClaimsStatus, 'current' | 'remainingMs'> {
    const at = this.#at;
    if (at === undefined) return {};
    const later = this.#needs.slice(this.#needs.indexOf(at.what) + 1);
    const waits = ({ id, needs }: (typeof RULES)[number]): boolean =>
      this.ids.includes(id) && !judged.includes(id) && needs.includes(at.what);
    const { done, total = 0 } = at.progress ?? {};
    return {
      current: {
        what: at.what,
        of: RULES.filter(waits).map(({ id }) => id),
        ...(done === undefined || total === 0 ? {} : { done, total }),
      },
      remainingMs: this.#remainingMs(at) + this.estimate.of(later, this.here),
    };
  }

  #remainingMs({ what, sinceMs, progress }: Place): number {
    if (progress?.remainingMs !== undefined) return progress.remainingMs;
    const spentMs = monotonicMs() - sinceMs;
    if (progress === undefined || progress.done < FEW) {
      return Math.max(0, this.estimate.of([what], this.here) - spentMs);
    }
    return (spentMs * (progress.total - progress.done)) / progress.done;
  }
}
