import { at, ROOT } from './paths.mjs';
import { show } from './processes.mjs';
import { say, seconds, Stop } from './say.mjs';
import { fingerprint, Stamp } from './stamp.mjs';
import { npm } from './tools.mjs';

/** Inside node_modules, so that whoever removes that folder removes the stamp too. */
const stamp = new Stamp(at('node_modules/.paralelo-installed'));

/** `npm ci`, again only when the lock file changed. */
export async function ensureDependencies() {
  const wanted = fingerprint(ROOT, ['package-lock.json'], [process.platform, process.arch]);
  if (stamp.matches(wanted)) return;
  say('Installing the dependencies (npm ci): only now, and when package-lock.json changes.');
  const startedAt = performance.now();
  const code = await show([...npm(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Stop(
      `npm ci ended with ${code}; what it said stands above.`,
      'Check that this machine reaches the npm registry (npm ping), then run the command again.',
    );
  }
  stamp.write(wanted);
  say(`Installed in ${seconds(performance.now() - startedAt)}.`);
}
