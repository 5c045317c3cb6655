import type { Order, Sign } from '../engine.js';

/**
 * For engines whose WASI is a library of their JavaScript: runs one module and ends like it. Each import is
 * wrapped in a function, which V8 needs (nodejs/node#46777). A failure is one line in words of ours.
 */
const SCRIPT = `
import { WASI } from 'node:wasi';
import { readFileSync } from 'node:fs';
import { argv, exit, stderr } from 'node:process';
const [modulePath, text] = argv.slice(-2);
const { args, env, preopens } = JSON.parse(text);
let stage = 'compile';
try {
  const module = new WebAssembly.Module(readFileSync(modulePath));
  stage = 'instantiate';
  const wasi = new WASI({ version: 'preview1', args, env, preopens, returnOnExit: true });
  const wrapped = Object.entries(wasi.wasiImport).map(([name, call]) => [name, (...given) => call(...given)]);
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: Object.fromEntries(wrapped) });
  stage = 'run';
  exit(wasi.start(instance) ?? 0);
} catch (thrown) {
  stderr.write('\\nparalelo-host: ' + stage + ': ' + thrown.name + ': ' + String(thrown.message).split('\\n')[0] + '\\n', () => exit(134));
}
`;

/** The script as the argument of an engine that takes code there. */
export const HOST_CODE = SCRIPT;
/** The script as the address of a module. */
export const HOST_URL = `data:text/javascript;base64,${Buffer.from(SCRIPT).toString('base64')}`;

/** The last two arguments of the script. */
export function hostArguments({ modulePath, args, env, directories }: Order): string[] {
  const preopens = Object.fromEntries(
    directories.map(({ guestPath, hostPath }) => [guestPath, hostPath]),
  );
  return [modulePath, JSON.stringify({ args: ['program', ...args], env, preopens })];
}

export const HOST_LAST_WORDS = /^paralelo-host: /m;
export const HOST_SIGNS: readonly Sign[] = [
  {
    codes: [134],
    words: /^paralelo-host: run: (?:RuntimeError|RangeError|Error): (.*)/,
    kind: 'trapped',
    ambiguous: true,
  },
  {
    codes: [134],
    words: /^paralelo-host: instantiate: LinkError: (.*)/,
    kind: 'failed-to-start',
    errorCode: 'missing-import',
    ambiguous: true,
  },
  { codes: [134], words: /^paralelo-host: \w+: (.*)/, kind: 'failed-to-start', ambiguous: true },
];
