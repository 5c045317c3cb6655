import { hasDisplay, startScreen } from './display.mjs';
import { findChromium } from './chromium.mjs';
import { install, installLine, isRoot, mayInstall } from './debian.mjs';
import { electronEnv, electronVersion, findElectron, windowEnv } from './electron.mjs';
import { findEngine } from './engine.mjs';
import { ensureLibraries } from './libraries.mjs';
import { WITHOUT_ENGINE } from './needs-engine.mjs';
import { startPrivateEngine } from './private-engine.mjs';
import { startPrivatePodman } from './private-podman.mjs';
import { onPath } from './programs.mjs';
import { say, Stop } from './say.mjs';
import { preparePrometheus } from './prometheus.mjs';
import { prepareSecondOpinions } from './second-opinions.mjs';
import { prepareWasmRuntimes } from './wasm-runtimes.mjs';

/**
 * @typedef {object} Machine what the tests have to work with
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./uncovered.mjs').Uncovered[]} uncovered
 * @property {Map<string, Promise<import('./uncovered.mjs').Uncovered[]>>} coming by name: what is still being
 *   made, and resolves with what could not be
 */

/**
 * Finds or makes what the tests need, and says what there is. What cannot be had is in `uncovered`.
 * @param {{ buildsRuntimes: boolean }} options whether Wasm runtimes that are not there are built, which takes long
 * @returns {Promise<Machine>}
 */
export async function prepareMachine(options) {
  const uncovered = /** @type {Machine['uncovered']} */ ([]);
  const coming = /** @type {Machine['coming']} */ (new Map());
  const env = windowEnv(process.env);
  for (const [name, prepare] of /** @type {const} */ ([
    ['Docker', prepareEngine],
    ['Podman', preparePodman],
    ['Electron', prepareElectron],
    ['Chromium', prepareChromium],
    ['Second opinions', prepareSecondOpinions],
    ['Prometheus', preparePrometheus],
    ['Wasm runtimes', prepareWasmRuntimes],
  ])) {
    try {
      const { found, missing = [], later, ...given } = await prepare(options);
      Object.assign(env, given.env);
      uncovered.push(...missing);
      if (later !== undefined) coming.set(name, later);
      say(`${name}: ${found}`);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const reason = `${error.message} What to do: ${error.hint}`;
      Object.assign(env, WITHOUT[name]);
      uncovered.push({ name, reason: `${reason} The tests that need it were left out.` });
      say(`${name}: none. ${reason}`);
    }
  }
  return { env, uncovered, coming };
}

/**
 * What tells the tests that something is not there.
 * @type {Record<string, NodeJS.ProcessEnv>}
 */
const WITHOUT = { Docker: { [WITHOUT_ENGINE]: '1' } };

/**
 * @typedef {object} Prepared
 * @property {string} found
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./uncovered.mjs').Uncovered[]} [missing]
 * @property {Promise<import('./uncovered.mjs').Uncovered[]>} [later] what is still being made; never rejects
 */

/** @returns {Promise<Prepared>} */
async function prepareEngine() {
  const there = await findEngine(process.env);
  if (there !== undefined) return { found: there, env: { DOCKER_HOST: there } };
  if (!mayInstall()) {
    throw new Stop('No Docker engine answers.', `start Docker, or ${installLine(['docker.io'])}.`);
  }
  if (onPath('dockerd') === undefined) {
    await install(['docker.io', 'crun'], 'because no Docker engine answers');
    const started = await findEngine(process.env); // Where systemd runs, the package starts one.
    if (started !== undefined) return { found: started, env: { DOCKER_HOST: started } };
  }
  const engine = await startPrivateEngine();
  if ('why' in engine) {
    throw new Stop(`A private Docker engine did not start: ${engine.why}.`, 'start one yourself.');
  }
  const missing =
    engine.note === undefined ? [] : [{ name: 'Bridge network', reason: engine.note }];
  return {
    found: `${engine.host} (started for these tests)`,
    env: { DOCKER_HOST: engine.host },
    missing,
  };
}

/**
 * A Podman of our own beside it: CONTAINER_HOST is Podman's own variable, and the lab honours it.
 * @returns {Promise<Prepared>}
 */
async function preparePodman() {
  const named = process.env['CONTAINER_HOST'];
  if (named) return { found: named, env: {} };
  if (onPath('podman') === undefined && mayInstall())
    await install(['podman', 'crun'], 'to test the second container engine');
  const podman = isRoot() ? await startPrivatePodman() : { why: 'only root starts one here' };
  if ('host' in podman)
    return {
      found: `${podman.host} (started for these tests)`,
      env: { CONTAINER_HOST: podman.host },
    };
  throw new Stop(
    `A private Podman did not start: ${podman.why}.`,
    `start one and name it in CONTAINER_HOST; ${installLine(['podman', 'crun'])}.`,
  );
}

/** @returns {Promise<Prepared>} */
async function prepareElectron() {
  const { electron, misses } = await findElectron();
  if (electron === undefined)
    throw new Stop(misses.join(' '), 'connect this machine, or set ELECTRON_OVERRIDE_DIST_PATH.');
  await ensureLibraries(electron.binary);
  const env = { ...(await screenEnv()), ...electronEnv(electron) };
  if (electron.origin !== 'compatibility') return { found: electron.binary, env };
  const wanted = `Electron ${electronVersion() ?? ''}`;
  return {
    found: `${electron.binary} (compatibility runtime)`,
    env,
    missing: [
      { name: wanted, reason: `${misses.join(' ')} The windows were tested in an older one.` },
    ],
  };
}

/** A screen of our own where there can be one, so that no window of a test covers somebody's work. */
async function screenEnv() {
  if (process.platform !== 'linux') return {};
  if (onPath('Xvfb') === undefined && mayInstall())
    await install(['xvfb'], 'for windows without a screen');
  const screen = await startScreen();
  if ('env' in screen) return screen.env;
  if (hasDisplay(process.env)) return {};
  throw new Stop(
    `There is no display and Xvfb does not start: ${screen.why}.`,
    installLine(['xvfb']),
  );
}

/** @returns {Promise<Prepared>} */
async function prepareChromium() {
  if (findChromium() === undefined && mayInstall()) {
    await install(['chromium'], 'to test the page in a browser');
  }
  const chromium = findChromium();
  if (chromium === undefined) throw new Stop('There is no Chromium.', installLine(['chromium']));
  return { found: chromium, env: { PARALELO_CHROMIUM: chromium } };
}
