import { install, installLine, mayInstall } from './debian.mjs';
import { onPath } from './programs.mjs';
import { Stop } from './say.mjs';

/** Programs that tell the same as we do, by ways of their own; and Debian's packages of them. */
const PACKAGES = {
  'wasm-objdump': 'wabt',
  capsh: 'libcap2-bin',
  ip: 'iproute2',
  lsns: 'util-linux',
};

/**
 * What the tests compare profiles with.
 * @returns {Promise<import('./test-machine.mjs').Prepared>}
 */
export async function prepareSecondOpinions() {
  if (missing().length > 0 && mayInstall()) {
    await install(missing(), 'to compare what we say of modules and processes');
  }
  if (missing().length > 0) {
    throw new Stop(
      `Programs that the tests compare profiles with are not there: ${missing().join(', ')}.`,
      installLine(missing()),
    );
  }
  return { found: Object.keys(PACKAGES).join(', '), env: {} };
}

/** @returns {string[]} packages */
function missing() {
  return Object.entries(PACKAGES).flatMap(([program, name]) =>
    onPath(program) === undefined ? [name] : [],
  );
}
