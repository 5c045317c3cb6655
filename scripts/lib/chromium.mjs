import { isProgram, onPath } from './programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {NodeJS.ProcessEnv} [env] */
export function findChromium(env = process.env) {
  const named = env['PARALELO_CHROMIUM'];
  if (named) return isProgram(named) ? named : undefined;
  for (const name of NAMES) {
    const path = onPath(name, env);
    if (path !== undefined) return path;
  }
  return PATHS.find(isProgram);
}
