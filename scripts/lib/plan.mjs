import { rmSync } from 'node:fs';
import { capture } from './processes.mjs';
import { readCounts } from './reports.mjs';
import { say, seconds } from './say.mjs';
import { reportPath } from './steps.mjs';

/** No step may hang for ever, least of all where nobody watches. */
const STEP_TIMEOUT_MS = 25 * 60_000;

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed tests of a step that counts them, else 1 for the step
 * @property {number} failed
 * @property {string[]} skipped
 * @property {string[]} [unstable]
 * @property {number} [durationMs] absent when it was not run
 * @property {string} [why] it was not run
 */

/**
 * Runs the steps one after the other, and beside them those that disturb none; to the end even if one fails.
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {import('./test-machine.mjs').Machine} machine what turns out to be missing is added to it
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runSteps(steps, machine) {
  /** @type {Result[]} */
  const results = [];
  const ends = new Map(steps.map(({ name }) => [name, ending()]));
  /** @param {readonly import('./steps.mjs').Step[]} lane */
  const run = async (lane) => {
    for (const step of lane) {
      await Promise.all((step.needs ?? []).map((need) => ends.get(need)?.reached));
      const result =
        whatIsMissing(step, results, machine.uncovered) ??
        (await waitFor(step, machine)) ??
        (await runStep(step, machine.env));
      results.push(result);
      ends.get(step.name)?.reach();
    }
  };
  await Promise.all([
    run(steps.filter(({ beside }) => beside === true)),
    run(steps.filter(({ beside }) => beside !== true)),
  ]);
  const place = (/** @type {Result} */ { name }) => steps.findIndex((step) => step.name === name);
  return results.sort((one, other) => place(one) - place(other));
}

/** @returns {{ reached: Promise<void>, reach: () => void }} */
function ending() {
  let reach = () => {};
  const reached = /** @type {Promise<void>} */ (new Promise((resolve) => (reach = resolve)));
  return { reached, reach: () => reach() };
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {import('./test-machine.mjs').Machine} machine
 * @returns {Promise<Result | undefined>} when what it waited for did not come
 */
async function waitFor(step, { coming, uncovered }) {
  for (const need of step.needs ?? []) {
    const making = coming.get(need);
    if (making === undefined) continue;
    say(`\n${step.name} waits for: ${need}`);
    const missing = await making;
    // Said once, whoever else waits for it.
    if (coming.delete(need)) uncovered.push(...missing);
  }
  return whatIsMissing(step, [], uncovered);
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {Result[]} results
 * @param {readonly import('./uncovered.mjs').Uncovered[]} uncovered
 * @returns {Result | undefined}
 */
export function whatIsMissing({ name, needs = [] }, results, uncovered) {
  const broken = results.find((result) => needs.includes(result.name) && result.failed > 0);
  if (broken !== undefined) {
    return { name, passed: 0, failed: 1, skipped: [], why: `${broken.name} failed` };
  }
  const absent = uncovered.find((missing) => needs.includes(missing.name));
  if (absent === undefined) return undefined;
  return { name, passed: 0, failed: 0, skipped: [], why: `no ${absent.name}` };
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result>}
 */
export async function runStep({ name, command, report, env: own }, env) {
  say(`\n${name} …`);
  if (report !== undefined) rmSync(reportPath(name), { force: true });
  const startedAt = performance.now();
  const { code, output, timedOut } = await capture(command(), {
    env: { ...colours(env), ...env, ...own },
    timeoutMs: STEP_TIMEOUT_MS,
  });
  const durationMs = performance.now() - startedAt;
  const counts =
    report === undefined
      ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] }
      : readCounts(report, reportPath(name), code === 0);
  if (counts.failed > 0) say(output.trimEnd());
  if (timedOut) say(`${name} was ended: it took longer than ${STEP_TIMEOUT_MS / 60_000} minutes.`);
  say(`${name}: ${outcome(counts)} in ${seconds(durationMs)}`);
  return { name, ...counts, durationMs };
}

/**
 * A pipe lies between us and the tools: they are told what our own output is.
 * @param {NodeJS.ProcessEnv} env
 */
function colours(env) {
  if ('NO_COLOR' in env || 'FORCE_COLOR' in env) return {};
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
}

/** @param {import('./reports.mjs').Counts} counts */
function outcome({ passed, failed }) {
  return failed > 0 ? `FAILED (${passed} passed, ${failed} failed)` : `${passed} passed`;
}
