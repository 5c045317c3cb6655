import { emptyLine } from './guest-line.js';
import type { GuestLine, ReadLine } from './guest-line.js';

/** Options of Node, Bun and Deno whose value is the next argument, before the script. */
const VALUED = new Set(
  '-r --require --import --loader --experimental-loader -C --conditions --env-file --title --preload --cwd -c --config --import-map'.split(
    ' ',
  ),
);
const CODE = new Set(['-e', '--eval', '-p', '--print', '-pe']);
const SUBCOMMANDS = new Set(['run', 'eval', 'serve', 'task', 'test', 'x', 'bench']);
const PAGE_FLAG = /--wasm-max-mem-pages=(\d{1,6})\b/;
const WASM_PAGE_BYTES = 65_536;

/**
 * A JavaScript runtime: which module its script loads only the script knows. A `.wasm` among the arguments is
 * most likely it.
 */
export const javascript: ReadLine = (argv) => {
  const line: GuestLine = emptyLine();
  const title = scriptOf(argv);
  if (title !== undefined) line.title = title;
  const at = argv.findIndex((text) => /\.wasm$/i.test(text) && !text.startsWith('-'));
  const module = argv[at];
  if (module !== undefined) line.module = module;
  line.args = argv.filter((_, index) => index !== at);
  const pages = argv.map((text) => PAGE_FLAG.exec(text)?.[1]).find(Boolean);
  if (pages !== undefined) line.memoryLimitBytes = Number(pages) * WASM_PAGE_BYTES;
  return line;
};

function scriptOf(argv: readonly string[]): string | undefined {
  for (let at = 0; at < argv.length; at += 1) {
    const text = argv[at] ?? '';
    if (CODE.has(text)) return undefined;
    if (VALUED.has(text)) at += 1;
    else if (!text.startsWith('-') && !(at === 0 && SUBCOMMANDS.has(text))) return text;
  }
  return undefined;
}

/** `spin up` only waits for `spin trigger …`, which runs the guests; `spin build` runs none. */
export const spin: ReadLine = (argv) => {
  if (argv[0] !== 'trigger') return undefined;
  return trigger(argv.slice(1));
};

/** A trigger that is a plugin's own executable. */
export const trigger: ReadLine = (argv) => ({
  ...emptyLine(),
  title: ['spin', ...argv.slice(0, 1).filter((text) => !text.startsWith('-'))].join(' '),
  args: [...argv],
});

/** `containerd-shim-spin-v2 -namespace k8s.io -id ID`; with `start` and `delete` it only prepares or cleans up. */
export const shim: ReadLine = (argv) => {
  const last = argv.at(-1) ?? '';
  if (
    last === 'start' ||
    last === 'delete' ||
    argv.some((text) => /^--?(v|version|h|help)$/.test(text))
  )
    return undefined;
  const at = argv.findIndex((text) => /^--?id$/.test(text));
  const id = at < 0 ? undefined : argv[at + 1];
  return { ...emptyLine(), args: [...argv], ...(id === undefined ? {} : { title: id }) };
};
