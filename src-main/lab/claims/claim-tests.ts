import { CLAIM_IDS, LabError, toWireError } from '../../contract/index.js';
import type {
  ClaimId,
  Language,
  ClaimResult,
  ClaimsListing,
  ClaimsStatus,
  ClaimView,
  RuntimeInfo,
  WireError,
} from '../../contract/index.js';
import { CLAIMS, RULES, missingBefore } from '../../experiments/claims/index.js';
import { monotonicMs } from '../../metrics/index.js';
import { needsOf, testClaims, testedWith } from './claims.js';
import { Estimate } from './estimate.js';
import type { ClaimsParts } from './gather.js';
import { Journey } from './journey.js';
import { claimsMarkdown } from './report.js';

export interface ClaimsListener {
  /** At most four times a second, and whenever something begins or ends. */
  status(status: ClaimsStatus): void;
  verdict(result: ClaimResult): void;
}

const STATUS_EVERY_MS = 250;

interface UnderWay {
  abort: AbortController;
  /** Absent until it is known what is here. */
  journey?: Journey;
  /** Never rejects. */
  ended: Promise<void>;
}

/** The tests of claims of the whole lab, one at a time, and the last verdict of each in this lab's life. */
export class ClaimTests {
  readonly #results = new Map<ClaimId, ClaimResult>();
  readonly #estimate = new Estimate();
  #asked: Pick<ClaimsStatus, 'ids' | 'isStopped' | 'problem'> = { ids: [], isStopped: false };
  #done: ClaimId[] = [];
  #underWay: UnderWay | undefined;
  #spentMs = 0;
  #toldMs = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(
    private readonly parts: ClaimsParts,
    private readonly listener: ClaimsListener,
  ) {}

  get status(): ClaimsStatus {
    const journey = this.#underWay?.journey;
    return {
      ...this.#asked,
      isRunning: this.#underWay !== undefined,
      done: [...this.#done],
      ...(journey === undefined ? {} : journey.look(this.#done)),
    };
  }

  async list(): Promise<ClaimsListing> {
    const { runtimes } = await this.parts.catalogue.list(false);
    const here = runtimes.filter(({ available }) => available);
    const claims = CLAIMS.map((info) => this.#view(info, runtimes, here));
    const possible = claims.flatMap(({ id, missing }) => (missing === undefined ? [id] : []));
    return {
      claims,
      takesMs: this.#estimate.of(needsOf(possible), here),
      status: this.status,
      environment: await this.parts.environment(),
    };
  }

  /** Throws LabError while others are tested. */
  start(ids: readonly ClaimId[] = CLAIM_IDS): ClaimsStatus {
    if (this.#underWay !== undefined || this.#closed) throw busy();
    this.#asked = { ids: [...testedWith(ids)], isStopped: false };
    this.#done = [];
    const abort = new AbortController();
    const underWay: UnderWay = { abort, ended: Promise.resolve() };
    this.#underWay = underWay;
    underWay.ended = this.#run(underWay);
    return this.status;
  }

  /** Whether there was something to stop. Resolves when nothing of it is left. */
  async stop(): Promise<boolean> {
    const underWay = this.#underWay;
    underWay?.abort.abort();
    await underWay?.ended;
    return underWay !== undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.stop();
  }

  /** As the command line writes it. Throws LabError before the first verdict. */
  async report(language: Language): Promise<string> {
    const claims = CLAIM_IDS.flatMap((id) => this.#results.get(id) ?? []);
    const [startedAtIso] = claims.map(({ testedAtIso }) => testedAtIso).sort();
    if (startedAtIso === undefined) throw nothingYet();
    const environment = await this.parts.environment();
    const isPartial = claims.length < CLAIM_IDS.length;
    return claimsMarkdown(
      { claims, environment, startedAtIso, durationMs: this.#spentMs, isPartial },
      language,
      `the Claims view of Paralelo ${environment.labVersion}`,
    );
  }

  #view(
    info: (typeof CLAIMS)[number],
    runtimes: readonly RuntimeInfo[],
    here: readonly RuntimeInfo[],
  ): ClaimView {
    const rule = RULES.find(({ id }) => id === info.id);
    const needs = needsOf(testedWith([info.id]));
    const missing = rule === undefined ? undefined : missingBefore(rule, runtimes);
    const result = this.#results.get(info.id);
    return {
      ...info,
      needs,
      ...(needs.length === 0 ? {} : { takesMs: this.#estimate.of(needs, here) }),
      ...(missing === undefined ? {} : { missing }),
      ...(result === undefined ? {} : { result }),
    };
  }

  async #run(underWay: UnderWay): Promise<void> {
    const beganAtMs = monotonicMs();
    const { signal } = underWay.abort;
    let problem: WireError | undefined;
    try {
      const { runtimes } = await this.parts.catalogue.list(false);
      const here = runtimes.filter(({ available }) => available);
      const journey = new Journey(this.#asked.ids, here, this.#estimate);
      underWay.journey = journey;
      await testClaims(this.parts, {
        ids: this.#asked.ids,
        onGather: (what) => {
          journey.reach(what);
          this.#tell();
        },
        onProgress: (progress) => {
          journey.advance(progress);
          if (monotonicMs() - this.#toldMs >= STATUS_EVERY_MS) this.#tell();
        },
        onVerdict: (result) => this.#take(result),
        signal,
      });
      if (!signal.aborted) journey.arrive();
    } catch (thrown) {
      problem = toWireError(thrown);
    }
    this.#spentMs += monotonicMs() - beganAtMs;
    this.#underWay = undefined;
    this.#asked = {
      ids: this.#asked.ids,
      isStopped: signal.aborted,
      ...(problem === undefined ? {} : { problem }),
    };
    this.#tell();
  }

  #take(result: ClaimResult): void {
    this.#results.set(result.id, result);
    this.#done.push(result.id);
    this.listener.verdict(result);
    this.#tell();
  }

  #tell(): void {
    this.#toldMs = monotonicMs();
    this.listener.status(this.status);
  }
}

function busy(): LabError {
  return new LabError(
    'action-not-possible',
    'The lab is testing claims already, and does so one at a time.',
    'Wait until it is done, or stop it first.',
  );
}

function nothingYet(): LabError {
  return new LabError(
    'action-not-possible',
    'No claim has been tested since the lab began, so there is nothing to report.',
    'Test one or all of them first.',
  );
}
