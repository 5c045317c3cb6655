import { connect } from 'node:net';
import { join } from 'node:path';
import { capture } from './processes.mjs';
import { say } from './say.mjs';

const REACH_TIMEOUT_MS = 4000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

/**
 * Electron's own download, which checks what it gets against the checksums of the package.
 * @param {string} packageDir node_modules/electron
 * @returns {Promise<string | undefined>} why it failed
 */
export async function downloadElectron(packageDir) {
  const host = mirrorHost(process.env);
  const unreachable = usesProxy(process.env) ? undefined : await whyUnreachable(host);
  if (unreachable !== undefined) {
    return `Electron could not be downloaded: ${host} cannot be reached (${unreachable}).`;
  }
  say(`Downloading Electron from ${host}, once (about 110 MB).`);
  const { code, output, timedOut } = await capture(
    [process.execPath, join(packageDir, 'install.js')],
    {
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '' },
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    },
  );
  if (code === 0) return undefined;
  const reason = timedOut
    ? `it took longer than ${DOWNLOAD_TIMEOUT_MS / 60_000} minutes`
    : (output.split('\n').find((line) => /error/i.test(line)) ?? `exit code ${code}`);
  return `Electron could not be downloaded: ${reason.trim()}.`;
}

/** @param {NodeJS.ProcessEnv} env */
export function mirrorHost(env) {
  const mirror =
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    env['NPM_CONFIG_ELECTRON_MIRROR'];
  return mirror && URL.canParse(mirror) ? new URL(mirror).hostname : 'github.com';
}

/** @param {NodeJS.ProcessEnv} env */
function usesProxy(env) {
  return Boolean(env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['GLOBAL_AGENT_HTTPS_PROXY']);
}

/**
 * Says within seconds that a machine is offline; a download would wait for minutes behind a silent firewall.
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
function whyUnreachable(host) {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: REACH_TIMEOUT_MS });
    /** @param {string} [why] */
    const end = (why) => {
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end(`no answer in ${REACH_TIMEOUT_MS / 1000} s`));
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      end(error.code ?? error.message),
    );
  });
}
