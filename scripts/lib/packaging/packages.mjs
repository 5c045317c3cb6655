import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureBuild } from '../build.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { ROOT } from '../paths.mjs';
import { say, Stop } from '../say.mjs';
import { OUTPUT, packApp, runtimeForPackages } from './app-folder.mjs';
import { audit } from './audit.mjs';
import { checkPackages } from './check/index.mjs';
import { makeDeb } from './deb.mjs';
import { makeWithBuilder } from './elsewhere.mjs';
import { packageInfo } from './package-info.mjs';
import { runSuiteOnInstalled } from './installed-suite.mjs';
import { ensurePackagers } from './packagers.mjs';
import { writeReport } from './report.mjs';
import { makeRpm } from './rpm.mjs';
import { writeSbom } from './sbom.mjs';
import { makeTarball } from './tarball.mjs';

/**
 * Made by us from the app's folder; every other format is electron-builder's.
 * @type {Record<string, typeof makeDeb>}
 */
const OURS = { deb: makeDeb, rpm: makeRpm, 'tar.gz': makeTarball };
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const DEFAULTS = {
  linux: ['deb', 'rpm', 'tar.gz'],
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'msi'],
};
const OPTIONS = ['--check', '--suite', '--report', '--sbom', '--audit'];
const MIB = 1024 ** 2;

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function packages(args) {
  const options = args.filter((arg) => arg.startsWith('-'));
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined) {
    throw new Stop(`There is no option ${unknown}.`, `Choose of ${OPTIONS.join(', ')}.`);
  }
  await ensureDependencies();
  await ensureBuild();
  if (options.includes('--audit')) return audit();
  const sbom = await writeSbom(OUTPUT);
  if (options.includes('--sbom')) return told([sbom]);

  const asked = args.filter((arg) => !arg.startsWith('-'));
  const formats = asked.length > 0 ? asked : (DEFAULTS[process.platform] ?? []);
  const made = await makeAll(formats);
  told([...made, sbom]);
  if (options.includes('--report')) await checkPackages(made, (user) => writeReport(made, user));
  else if (options.includes('--suite')) await checkPackages(made, runSuiteOnInstalled);
  else if (options.includes('--check')) await checkPackages(made);
  return 0;
}

/** @param {string[]} formats */
async function makeAll(formats) {
  const runtime = await runtimeForPackages();
  /** @type {string[]} */
  const made = [];
  const ours = formats.filter((format) => format in OURS);
  if (ours.length > 0) {
    await ensurePackagers(ours);
    const appFolder = await packApp(runtime);
    for (const format of ours) {
      const make = OURS[format];
      if (make === undefined) continue;
      say(`Making .${format}.`);
      made.push(await make(appFolder, OUTPUT, packageInfo(runtime)));
    }
  }
  const theirs = formats.filter((format) => !(format in OURS));
  if (theirs.length > 0) made.push(...(await makeWithBuilder(theirs, runtime)));
  return made;
}

/** @param {string[]} paths */
function told(paths) {
  for (const path of paths) {
    say(`${relative(ROOT, path)}  ${(statSync(path).size / MIB).toFixed(1)} MiB`);
  }
  return 0;
}
