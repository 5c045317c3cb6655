import { capture } from '../processes.mjs';
import { say, Stop } from '../say.mjs';
import { npm } from '../tools.mjs';
import { bundledPackages } from './licences.mjs';

const MOST_SHOWN = 300;

/**
 * Known weaknesses of the packages, as the registry tells them. What is shipped may have none; what only builds and
 * tests is listed.
 * @returns {Promise<number>} exit code
 */
export async function audit() {
  const { output } = await capture([...npm(), 'audit', '--json', '--audit=true']);
  const report = parse(output);
  if (report === undefined) {
    throw new Stop(
      `The registry did not answer the audit, so nothing is known:\n${output.trim().slice(0, MOST_SHOWN)}`,
      'Try again where the registry answers `npm audit`.',
    );
  }
  const shipped = new Set(
    ['electron', ...bundledPackages()].map((path) => path.replace(/^.*node_modules\//, '')),
  );
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range } of found) {
    say(`${shipped.has(name) ? 'SHIPPED' : 'a tool'}: ${name} ${range}: ${severity}`);
  }
  const bad = found.filter(({ name }) => shipped.has(name));
  say(`${found.length} packages with known weaknesses, ${bad.length} of them shipped.`);
  return bad.length > 0 ? 1 : 0;
}

/**
 * @param {string} text
 * @returns {{ vulnerabilities: Record<string, { name: string, severity: string, range: string }> } | undefined}
 */
function parse(text) {
  try {
    const report = JSON.parse(text);
    return typeof report.vulnerabilities === 'object' ? report : undefined;
  } catch {
    return undefined;
  }
}
