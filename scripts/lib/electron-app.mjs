import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { atEnd } from './clean-up.mjs';
import { end } from './processes.mjs';

/**
 * Starts an Electron whose page is spoken to by Chromium's protocol (`pageAt` in page-over-cdp.mjs).
 * @param {string[]} command with `--remote-debugging-port=0` among its arguments
 * @param {NodeJS.ProcessEnv} env
 */
export async function startElectron([program = '', ...args], env) {
  const startedAtMs = Date.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const stop = () => end(child, (signal) => process.kill(-(child.pid ?? 0), signal));
  const forget = atEnd(stop);
  const endpoint = await endpointOf(child);
  return {
    endpoint,
    startedAtMs,
    pids: () => family(child.pid ?? 0),
    end: async () => {
      await stop();
      forget();
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function endpointOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on ws:\/\/([^/]+)\//.exec(said)?.[1];
      if (found !== undefined) resolve(`http://${found}`);
    });
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}: ${said}`)));
  });
}

/**
 * @param {number} root
 * @returns {number[]} it and all that descend from it
 */
function family(root) {
  const found = [root];
  const parents = readdirSync('/proc').flatMap((entry) => {
    const parent = /\) \S (\d+)/.exec(statOf(entry))?.[1];
    return parent === undefined ? [] : [{ pid: Number(entry), parent: Number(parent) }];
  });
  for (const pid of found) {
    found.push(...parents.filter(({ parent }) => parent === pid).map((each) => each.pid));
  }
  return found;
}

/** @param {string} pid */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
