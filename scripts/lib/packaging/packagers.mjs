import { install, installLine, mayInstall } from '../debian.mjs';
import { onPath } from '../programs.mjs';
import { Stop } from '../say.mjs';

/**
 * Which program makes a format, and Debian's package of it.
 * @type {Record<string, { program: string, debian: string }>}
 */
const PACKAGERS = {
  deb: { program: 'dpkg-deb', debian: 'dpkg' },
  rpm: { program: 'rpmbuild', debian: 'rpm' },
};

/** @param {string[]} formats */
export async function ensurePackagers(formats) {
  for (const format of formats) {
    const packager = PACKAGERS[format];
    if (packager === undefined || onPath(packager.program) !== undefined) continue;
    if (!mayInstall()) {
      throw new Stop(
        `A .${format} is made by ${packager.program}, which is not here.`,
        `${installLine([packager.debian])}; or name the formats: npm run dist -- tar.gz`,
      );
    }
    await install([packager.debian], `which makes .${format}`);
  }
}
