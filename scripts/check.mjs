// The quick inner loop: what needs neither a build, an engine nor a window.
import './lib/node-version.mjs';
import { availableParallelism } from 'node:os';
import { mkdirSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at } from './lib/paths.mjs';
import { runStep } from './lib/plan.mjs';
import { runCommand, say } from './lib/say.mjs';
import { STEPS } from './lib/steps.mjs';

const NAMES = ['lint', 'format', 'types', 'types e2e', 'svelte-check', 'unit'];

await runCommand(async () => {
  await ensureDependencies();
  mkdirSync(at('test-results/reports'), { recursive: true });
  const waiting = STEPS.filter(({ name }) => NAMES.includes(name));
  /** @type {import('./lib/plan.mjs').Result[]} */
  const results = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.push(await runStep(step, process.env));
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), NAMES.length) }, worker));
  const failed = results.filter((result) => result.failed > 0).map(({ name }) => name);
  say(failed.length === 0 ? '\nAll good.' : `\nFailed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
