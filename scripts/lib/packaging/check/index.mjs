import { say, Stop } from '../../say.mjs';
import { checkInstalled } from './installed.mjs';
import { checkRpm } from './rpm.mjs';

/**
 * Uses what was made as somebody would who got it. Each line that is printed was seen.
 * @param {string[]} paths of packages
 * @param {(user: import('./user.mjs').User) => Promise<void>} [meanwhile] done while it is installed
 */
export async function checkPackages(paths, meanwhile) {
  const deb = paths.find((path) => path.endsWith('.deb'));
  const rpm = paths.find((path) => path.endsWith('.rpm'));
  if (deb === undefined && rpm === undefined) {
    throw new Stop(
      'There is neither a .deb nor an .rpm to check.',
      'npm run dist -- deb rpm --check',
    );
  }
  if (rpm !== undefined) await checkRpm(rpm);
  if (deb !== undefined) await checkInstalled(deb, meanwhile);
  say('The packages are as they should be.');
}

/**
 * @param {boolean} isSo
 * @param {string} sentence what is so
 * @param {string} [seen]
 */
export function expectThat(isSo, sentence, seen = '') {
  if (!isSo) throw new Stop(`Not so: ${sentence}. ${seen}`, 'Mend it in scripts/lib/packaging.');
  say(`  ok  ${sentence}`);
}
