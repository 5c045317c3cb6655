import { capture } from '../processes.mjs';

const ANSWER_TIMEOUT_MS = 10_000;

/**
 * @param {import('./table.mjs').Runtime} runtime
 * @param {string} path of its program
 * @returns {Promise<string | undefined>} undefined when it does not say
 */
export async function versionOf({ asksVersion }, path) {
  const { code, output } = await capture([path, ...asksVersion], { timeoutMs: ANSWER_TIMEOUT_MS });
  return code === 0 ? versionIn(output) : undefined;
}

/**
 * @param {string} output of `--version`: `wasmtime 48.0.8 (…)`, `v1.12.0`
 * @returns {string | undefined}
 */
export function versionIn(output) {
  return /(?:^|[\sv])(\d+\.\d+[^\s,)]*)/.exec(output)?.[1];
}
