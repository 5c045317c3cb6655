import type {
  ClaimGathering,
  ClaimId,
  ClaimNeed,
  ClaimResult,
  ClaimsReport,
  ExperimentResult,
} from '../../contract/index.js';
import { CLAIMS, RULES, judgeSummary } from '../../experiments/claims/index.js';
import type { Evidence, Judged, Rule } from '../../experiments/claims/index.js';
import { gather } from './gather.js';
import type { ClaimsParts, Gathered, GatherProgress } from './gather.js';

export interface ClaimsAsked {
  ids: readonly ClaimId[];
  /** Before something is gathered. */
  onGather: (what: ClaimNeed) => void;
  onProgress?: (progress: GatherProgress) => void;
  /** As soon as all that a claim needs was gathered. */
  onVerdict?: (result: ClaimResult) => void;
  signal: AbortSignal;
}

/** Each is gathered once, the short ones first. */
const ORDER: readonly ClaimNeed[] = [
  ...(['probe', 'containers', 'rootFiles', 'portability', 'startup'] as const),
  ...(['memory', 'limits', 'density', 'speed', 'matrix'] as const),
];

/** Those that are tested when these are asked for: P20 is judged of all others. */
export function testedWith(ids: readonly ClaimId[]): readonly ClaimId[] {
  return ids.includes('P20') ? CLAIMS.map(({ id }) => id) : ids;
}

export function needsOf(ids: readonly ClaimId[]): ClaimNeed[] {
  const needed = new Set(rulesOf(ids).flatMap(({ needs }) => needs));
  return ORDER.filter((what) => needed.has(what));
}

/** Gathers what the claims need, each thing once, and judges. Stopped: what was not gathered could not be tested. */
export async function testClaims(parts: ClaimsParts, asked: ClaimsAsked): Promise<ClaimsReport> {
  const began = { atIso: new Date().toISOString(), ms: performance.now() };
  const ids = testedWith(asked.ids);
  const { runtimes } = await parts.catalogue.list(false);
  const here = runtimes.filter(({ available }) => available);
  const bench = new Bench({ runtimes, results: {} }, rulesOf(ids), asked);
  bench.judgeReady();
  for (const what of needsOf(ids)) {
    if (asked.signal.aborted) break;
    asked.onGather(what);
    const { signal, onProgress = () => undefined } = asked;
    bench.take(what, await gather(what, parts, { here, signal, onProgress }));
    bench.judgeReady();
  }
  return {
    claims: bench.end(ids).filter(({ id }) => asked.ids.includes(id)),
    environment: await parts.environment(),
    startedAtIso: began.atIso,
    durationMs: performance.now() - began.ms,
    isPartial: asked.signal.aborted,
  };
}

function rulesOf(ids: readonly ClaimId[]): Rule[] {
  return RULES.filter(({ id }) => ids.includes(id));
}

/** What was gathered so far, and what was judged of it. */
class Bench {
  readonly #whole = new Set<ClaimNeed>();
  readonly #gathered: ClaimGathering[] = [];
  readonly #results: ClaimResult[] = [];

  constructor(
    private readonly evidence: Evidence,
    private readonly rules: readonly Rule[],
    private readonly asked: Pick<ClaimsAsked, 'onVerdict'>,
  ) {}

  take(what: ClaimNeed, { evidence: { result, ...rest }, gathering, isWhole }: Gathered): void {
    Object.assign(this.evidence, rest);
    if (result !== undefined) this.evidence.results[result.experiment] = result;
    if (result?.experiment === 'startup') this.evidence.hello = helloOf(result);
    if (gathering !== undefined) this.#gathered.push(gathering);
    if (isWhole) this.#whole.add(what);
  }

  judgeReady(): void {
    for (const rule of this.#waiting()) {
      if (rule.needs.every((what) => this.#whole.has(what)))
        this.asked.onVerdict?.(this.#judge(rule));
    }
  }

  /** The others are judged of what there is; it is not told, since more would have been gathered. */
  end(ids: readonly ClaimId[]): ClaimResult[] {
    const isWhole = this.#waiting().length === 0;
    for (const rule of this.#waiting()) this.#judge(rule);
    const inOrder = this.rules.flatMap(({ id }) => this.#results.filter((one) => one.id === id));
    if (!ids.includes('P20')) return inOrder;
    const summary = resultOf('P20', judgeSummary(inOrder), [], inOrder);
    if (isWhole) this.asked.onVerdict?.(summary);
    return [...inOrder, summary];
  }

  #waiting(): Rule[] {
    return this.rules.filter((rule) => !this.#results.some(({ id }) => id === rule.id));
  }

  #judge({ id, needs, judge }: Rule): ClaimResult {
    const gathered = this.#gathered.filter(({ what }) => needs.includes(what));
    const result = resultOf(id, judge(this.evidence), gathered);
    this.#results.push(result);
    return result;
  }
}

function resultOf(
  id: ClaimId,
  judged: Judged,
  gathered: ClaimGathering[],
  judgedOf: readonly ClaimResult[] = [],
): ClaimResult {
  const testedAtIso = new Date().toISOString();
  const recordIds = [...new Set([...gathered, ...judgedOf].flatMap((one) => one.recordIds))];
  if (!('missing' in judged)) return { id, ...judged, gathered, recordIds, testedAtIso };
  const { missing } = judged;
  return {
    ...{ id, verdict: 'could-not-be-tested', why: missing, missing, evidence: [] },
    ...{ gathered, recordIds, testedAtIso },
  };
}

/** What a startup measured has run; what it dropped has not. */
function helloOf({ contenders, dropped }: ExperimentResult): NonNullable<Evidence['hello']> {
  return new Map<string, { ran: boolean; says: string }>([
    ...contenders.map(
      ({ runtime, n, median }) =>
        [runtime, { ran: true, says: `${String(n)} times, ${median.toFixed(1)} ms` }] as const,
    ),
    ...dropped.map(({ runtime, why }) => [runtime, { ran: false, says: why }] as const),
  ]);
}
