import { emptyLine } from './guest-line.js';
import type { GuestLine, ReadLine } from './guest-line.js';

/** What an option means for the guest. False: not understood, it is kept among the others. */
export type Take = (line: GuestLine, value: string) => boolean;

/** The command line of one runtime. Names of options are without their dashes. */
export interface Grammar {
  /** Subcommands behind which a module follows. */
  runs: readonly string[];
  /** Set where a module may also follow without one: the subcommands that run no guest. */
  idle?: readonly string[];
  /** Options that take the next argument when they have no `=`, besides those of `takes`. */
  valued?: readonly string[];
  takes?: Readonly<Record<string, Take>>;
  /** True when `--` between the module and its arguments is not the guest's. */
  dropsDashes?: boolean;
}

interface Option {
  name: string;
  value?: string;
}

/** Reads `PROGRAM [OPTIONS] [SUBCOMMAND] [OPTIONS] MODULE [ARGS]`: what follows the module is the guest's. */
export function reader(grammar: Grammar): ReadLine {
  const valued = new Set([...(grammar.valued ?? []), ...Object.keys(grammar.takes ?? {})]);
  return (argv) => {
    const line = emptyLine();
    let isRun = false;
    let isOption = true;
    for (let at = 0; at < argv.length; at += 1) {
      const text = argv[at] ?? '';
      if (isOption && text === '--') isOption = false;
      else if (isOption && text.startsWith('-') && text !== '-') {
        const option = split(text, valued);
        const isNext = option.value === undefined && valued.has(option.name);
        take(grammar, line, option, text, isNext ? (argv[(at += 1)] ?? '') : undefined);
      } else if (!isRun && grammar.runs.includes(text)) {
        isRun = true;
        line.subcommand = text;
      } else if (isRun || isModule(grammar, text)) return withModule(grammar, line, argv.slice(at));
      else return undefined;
    }
    // An option named the module.
    return isRun && line.module !== undefined ? line : undefined;
  };
}

function isModule({ idle }: Grammar, text: string): boolean {
  return idle?.includes(text) === false;
}

function withModule(grammar: Grammar, line: GuestLine, rest: readonly string[]): GuestLine {
  const [module = '', ...args] = rest;
  if (grammar.dropsDashes === true && args[0] === '--') args.shift();
  return { ...line, module, args };
}

/** `--dir=X`, `-dir=X`, `-Wx=1`, `-W`: the name without dashes, and the value where it is attached. */
function split(text: string, valued: ReadonlySet<string>): Option {
  const bare = text.replace(/^--?/, '');
  const equals = bare.indexOf('=');
  const name = equals < 0 ? bare : bare.slice(0, equals);
  if (valued.has(name) && equals >= 0) return { name, value: bare.slice(equals + 1) };
  const letter = bare.slice(0, 1);
  if (!text.startsWith('--') && bare.length > 1 && !valued.has(name) && valued.has(letter)) {
    return { name: letter, value: bare.slice(1) };
  }
  return equals < 0 ? { name } : { name, value: bare.slice(equals + 1) };
}

function take(
  { takes = {} }: Grammar,
  line: GuestLine,
  { name, value }: Option,
  text: string,
  next: string | undefined,
): void {
  const given = value ?? next;
  const isTaken = given !== undefined && Object.hasOwn(takes, name) && takes[name]?.(line, given);
  if (isTaken !== true) line.others.push(next === undefined ? text : `${text} ${next}`);
}
