import { spawn } from 'node:child_process';
import { atEnd } from './clean-up.mjs';
import { openBrowser } from './browser.mjs';
import { hasDisplay } from './display.mjs';
import { at, ROOT } from './paths.mjs';
import { end, exitCode } from './processes.mjs';
import { say } from './say.mjs';

const LINK = /http:\/\/127\.0\.0\.1:\d+\/\S*/;

/**
 * The same window in a browser, until it is ended.
 * @param {string[]} args of `paralelo serve`
 * @returns {Promise<number>} exit code
 */
export function serve(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [at('out/main/cli.cjs'), 'serve', ...args], {
      cwd: ROOT,
      // Enter in this terminal asks it for a new link.
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    const forget = atEnd(() => end(child, (signal) => child.kill(signal)));
    child.stdout.pipe(process.stdout);
    untilLink(child.stdout, (url) => {
      if (hasDisplay(process.env) && openBrowser(url)) say('Opening it in the default browser.');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      forget();
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(url: string) => void} found called once
 */
function untilLink(stream, found) {
  let text = '';
  const look = (/** @type {Buffer} */ chunk) => {
    text += chunk.toString('utf8');
    const line = text
      .split('\n')
      .slice(0, -1)
      .find((complete) => LINK.test(complete));
    if (line === undefined) return;
    stream.off('data', look);
    found(LINK.exec(line)?.[0] ?? '');
  };
  stream.on('data', look);
}
