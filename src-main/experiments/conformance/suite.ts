import type { RuntimeInfo } from '../../contract/index.js';
import type { ConformanceCase, Ran, RunOne, Verdict } from './case.js';
import { CANARY } from './cases/basics.js';
import { CASES } from './cases/index.js';
import { knownDifference } from './known-differences.js';
import { makeMaterials } from './materials.js';

/** With these a runtime says that it cannot do what was asked. */
const HONEST_NO = ['limit-not-enforced', 'grant-not-possible', 'not-supported-here'];

export interface CaseResult {
  runtime: string;
  case: string;
  result: Verdict['result'];
  /** For all but a pass. */
  how?: string;
  /** Of a difference that is on record. */
  why?: string;
  /** On record as differing, yet it did not differ. */
  noLongerDiffers?: true;
}

export interface Suite {
  runtimes: readonly RuntimeInfo[];
  runOne: RunOne;
  /** The component that the component case runs. */
  componentPath: string;
  /** Hears of each result as it comes. */
  onResult?: (result: CaseResult) => void;
  /** Asked between runs; true ends the suite early. */
  isCancelled?: () => boolean;
}

/** Every case in every runtime, one at a time. */
export async function runSuite(suite: Suite): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const runtime of suite.runtimes) {
    for (const one of CASES) {
      if (suite.isCancelled?.() === true) return results;
      const result = await runCase(one, runtime, suite);
      results.push(result);
      suite.onResult?.(result);
    }
  }
  return results;
}

/** One case in one runtime, judged, and compared with what is known of it. */
export async function runCase(
  one: ConformanceCase,
  runtime: RuntimeInfo,
  { runOne, componentPath }: Pick<Suite, 'runOne' | 'componentPath'>,
): Promise<CaseResult> {
  let verdict = await tryOnce(one, runtime, runOne, componentPath);
  for (let left = (one.tries ?? 1) - 1; left > 0 && verdict.result === 'differs'; left -= 1) {
    verdict = await tryOnce(one, runtime, runOne, componentPath);
  }
  const known = knownDifference(runtime.id, one.id);
  return {
    runtime: runtime.id,
    case: one.id,
    ...verdict,
    ...(known !== undefined && verdict.result === 'differs' ? { why: known.why } : {}),
    ...(known !== undefined && verdict.result !== 'differs' ? { noLongerDiffers: true } : {}),
  };
}

async function tryOnce(
  one: ConformanceCase,
  runtime: RuntimeInfo,
  runOne: RunOne,
  componentPath: string,
): Promise<Verdict> {
  if (one.kind !== undefined && one.kind !== runtime.kind) {
    return { result: 'not-applicable', how: `It is a question for a ${one.kind} runtime.` };
  }
  const materials = makeMaterials(componentPath);
  process.env[CANARY] = 'seen';
  try {
    const request = { runtime: runtime.id, ...one.ask(materials) };
    const ran = await runOne(request, one.stopAt === undefined ? {} : { stopAt: one.stopAt });
    const verdict =
      honestNo(ran) ??
      one.judge(ran.record, {
        runtime,
        materials,
        ...(ran.left === undefined ? {} : { left: ran.left }),
      });
    return verdict.result === 'pass'
      ? verdict
      : { ...verdict, how: materials.withoutPaths(verdict.how) };
  } finally {
    Reflect.deleteProperty(process.env, CANARY);
    materials.remove();
  }
}

function honestNo({ record: { outcome } }: Ran): Verdict | undefined {
  const isNo = outcome.kind === 'failed-to-start' && HONEST_NO.includes(outcome.errorCode ?? '');
  return isNo ? { result: 'refused', how: outcome.reason } : undefined;
}
