/**
 * Packages of the app for this platform, in dist/:
 *   npm run dist                         .deb, .rpm and .tar.gz on Linux; .dmg and .zip on macOS; NSIS and .msi on Windows
 *   npm run dist -- deb AppImage         these
 *   npm run dist -- --check              installs the .deb on this machine, uses it as a user, removes it; reads the .rpm
 *   npm run dist -- deb --suite          the same, and meanwhile the end-to-end suite of the browser's window runs on it
 *   npm run dist -- --report             size and start of the installed app, into docs/package.md
 *   npm run dist -- --sbom               the bill of materials (CycloneDX) alone; --audit asks for known weaknesses
 */
import './lib/node-version.mjs';
import { packages } from './lib/packaging/packages.mjs';
import { runCommand } from './lib/say.mjs';

await runCommand(() => packages(process.argv.slice(2)));
