import { spawn } from 'node:child_process';
import { atEnd } from './clean-up.mjs';
import { underOurLife } from './life.mjs';
import { end } from './processes.mjs';

/**
 * Whether a window can be shown. macOS and Windows always have a desktop.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Starts a screen in memory. Xvfb itself picks a free number and says it when it is ready.
 * @returns {Promise<{ env: NodeJS.ProcessEnv } | { why: string }>} environment of programs that shall draw there
 */
export function startScreen() {
  const [program = '', ...args] = underOurLife([
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1920x1080x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ]);
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  atEnd(() => end(child, (signal) => child.kill(signal)));
  let complaint = '';
  child.stderr?.on('data', (chunk) => (complaint += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ why: error.message }));
    child.once('exit', (code) => resolve({ why: `Xvfb ended with ${code}: ${complaint.trim()}` }));
    child.stdio[3]?.once('data', (number) => {
      /** @type {NodeJS.ProcessEnv} */
      const env = { ...process.env, DISPLAY: `:${String(number).trim()}` };
      delete env['WAYLAND_DISPLAY'];
      resolve({ env });
    });
  });
}
