import { CLAIM_IDS, LabError } from '../../src-main/contract/index.js';
import type {
  ClaimId,
  ClaimResult,
  ClaimsListing,
  ClaimsStatus,
  RuntimeInfo,
} from '../../src-main/contract/index.js';
import { CLAIMS, RULES, missingBefore } from '../../src-main/experiments/claims/index.js';
import { fakeVerdict } from './fake-verdicts.js';
import { INFO } from './fake-machine.js';

export interface FakeClaimsOptions {
  /** The list never comes. */
  holds?: boolean;
  /** None can be started. */
  fails?: boolean;
  /** The list is refused. */
  refuses?: boolean;
  /** All were tested before. */
  isTested?: boolean;
  /** A test breaks off at its first step. */
  breaks?: boolean;
}

type Push = (name: string, payload: unknown) => void;
const EACH_MS = 12_000;

/** Claims of a lab that only pretends: `step` gives the next verdicts. */
export class FakeClaims {
  status: ClaimsStatus = { isRunning: false, ids: [], done: [], isStopped: false };
  readonly results = new Map<ClaimId, ClaimResult>();

  constructor(
    private readonly push: Push,
    private readonly runtimes: () => readonly RuntimeInfo[],
    private readonly options: FakeClaimsOptions = {},
  ) {
    if (options.isTested === true) {
      for (const id of CLAIM_IDS) this.results.set(id, fakeVerdict(id));
    }
  }

  answer(name: string, params: unknown): unknown {
    switch (name) {
      case 'claims.list':
        if (this.options.holds === true) return new Promise(() => undefined);
        if (this.options.refuses === true) throw new LabError('internal', 'It fell.', 'Get up.');
        return this.#list();
      case 'claims.start':
        return this.#start((params as { ids?: ClaimId[] }).ids ?? [...CLAIM_IDS]);
      case 'claims.stop':
        return { stopped: this.#stop() };
      default:
        return { markdown: `# The paper’s claims, tested\n\n${JSON.stringify(params)}\n` };
    }
  }

  /** So many verdicts more. */
  step(count: number): void {
    for (const id of this.#waiting().slice(0, count)) {
      const result = fakeVerdict(id);
      this.results.set(id, result);
      this.push('claims.verdict', result);
      this.status = { ...this.status, done: [...this.status.done, id] };
    }
    this.#tell(this.#waiting().length > 0);
  }

  #list(): ClaimsListing {
    const runtimes = this.runtimes();
    return {
      claims: CLAIMS.map((info) => {
        const rule = RULES.find(({ id }) => id === info.id);
        const needs = [...(rule?.needs ?? [])];
        const missing = rule === undefined ? undefined : missingBefore(rule, runtimes);
        const result = this.results.get(info.id);
        return {
          ...info,
          needs,
          ...(needs.length > 0 && { takesMs: EACH_MS * needs.length }),
          ...(missing !== undefined && { missing }),
          ...(result && { result }),
        };
      }),
      takesMs: EACH_MS * 20,
      status: this.status,
      environment: INFO.environment,
    };
  }

  #start(ids: ClaimId[]): ClaimsStatus {
    if (this.options.fails === true) {
      throw new LabError(
        'action-not-possible',
        'An experiment is under way, and this would disturb it.',
        'Wait until it has ended, or stop it first.',
      );
    }
    this.status = { isRunning: true, ids, done: [], isStopped: false };
    if (this.options.breaks === true) {
      const problem = {
        code: 'engine-lost',
        message: 'Docker does not answer any more.',
        hint: 'Start it again.',
      } as const;
      this.status = { ...this.status, isRunning: false, problem };
      this.push('claims.status', { ...this.status, isRunning: true });
      this.push('claims.status', this.status);
    } else this.#tell(true);
    return this.status;
  }

  #stop(): boolean {
    const was = this.status.isRunning;
    this.status = { ...this.status, isStopped: was };
    this.#tell(false);
    return was;
  }

  #waiting(): ClaimId[] {
    return this.status.ids.filter((id) => !this.status.done.includes(id));
  }

  #tell(isRunning: boolean): void {
    const { ids, done, isStopped } = this.status;
    const waiting = this.#waiting();
    const current = {
      what: 'portability',
      of: waiting.slice(0, 3),
      done: done.length,
      total: 45,
    } as const;
    this.status = {
      ...{ isRunning, ids, done, isStopped },
      ...(isRunning && { current, remainingMs: waiting.length * EACH_MS }),
    };
    this.push('claims.status', this.status);
  }
}
