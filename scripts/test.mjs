// Everything that is checked, in one command: npm test [-- --strict] [-- STEP…]
import './lib/node-version.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { cleanUp } from './lib/clean-up.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at } from './lib/paths.mjs';
import { runSteps } from './lib/plan.mjs';
import { explain, runCommand, say, Stop } from './lib/say.mjs';
import { STEPS } from './lib/steps.mjs';
import { summarise } from './lib/summary.mjs';
import { prepareMachine } from './lib/test-machine.mjs';
import { readLines, readUncovered } from './lib/uncovered.mjs';

await runCommand(async () => {
  const { isStrict, steps } = readArguments(process.argv.slice(2));
  const { text, failed } = await testAll(steps, isStrict).catch((error) => {
    explain(error);
    return { text: '0 passed, 1 failed', failed: 1 };
  });
  await cleanUp();
  say(`\n${text}`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {typeof STEPS} steps
 * @param {boolean} isStrict
 */
async function testAll(steps, isStrict) {
  await ensureDependencies();
  const buildsRuntimes = isStrict && steps.some(({ needs }) => needs?.includes('Wasm runtimes'));
  const machine = await prepareMachine({ buildsRuntimes });
  const listPath = at('test-results/uncovered.tsv');
  const unstablePath = at('test-results/unstable.txt');
  for (const path of [listPath, unstablePath]) rmSync(path, { force: true });
  mkdirSync(at('test-results/reports'), { recursive: true });
  machine.env['PARALELO_UNCOVERED'] = listPath;
  machine.env['PARALELO_UNSTABLE'] = unstablePath;
  const results = await runSteps(steps, machine);
  const uncovered = [...machine.uncovered, ...readUncovered(listPath)];
  return summarise(results, uncovered, isStrict, readLines(unstablePath));
}

/** @param {string[]} args */
function readArguments(args) {
  const names = args.filter((arg) => arg !== '--strict');
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new Stop(
      `There is no step called "${unknown}".`,
      `choose from: ${STEPS.map(({ name }) => `"${name}"`).join(', ')}; none named is all of them.`,
    );
  }
  const steps = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  return { isStrict: args.includes('--strict'), steps };
}
