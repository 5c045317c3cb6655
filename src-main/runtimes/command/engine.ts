import type { ErrorCode, Volume } from '../../contract/index.js';
import type { GrantGaps } from '../module/directories.js';
import type { Holders } from '../module/limits.js';
import type { Ending } from '../runtime.js';

/**
 * A Wasm engine that is a program of this machine, described. One file in engines/ each: what it is called,
 * what its command line looks like, and what its words at the end mean. Everything else is shared.
 */
export interface Engine {
  /** Its family: `wasmtime`. */
  id: string;
  name: string;
  /** Names of the program, the first found is taken. */
  executables: readonly string[];
  /** Where its installer puts it, besides PATH; `~` is the user's home. */
  folders?: readonly string[];
  /** One line: how to get it. */
  hint: string;
  /**
   * What a found program is asked: arguments by name. All are asked at once, once per binary. `MODULE` stands for a
   * module that does nothing, for builds whose help promises more than they can.
   */
  asks: Readonly<Record<string, readonly string[]>>;
  /** From the answers (stdout and stderr joined). Undefined: this is another program of that name. */
  version(answers: Answers): string | undefined;
  /** The ways in which this build executes; the first, without a `mode`, is the plain one. */
  variants(answers: Answers, version: string): Variant[];
  /** What its exit codes and last words mean, tried in this order; none fits: the guest exited with its code. */
  signs: readonly Sign[];
  /** Where its own last message begins, in stderr or stdout: what the guest wrote before is not looked at. */
  lastWords: RegExp;
}

export type Answers = Readonly<Record<string, string>>;

export interface Variant {
  /** Behind the colon of the id; absent for the plain one. */
  mode?: string;
  /** For people: `Cranelift, compiled at each start`. */
  title: string;
  /** The limits that the engine itself holds; the lab holds what it can of the rest. */
  limits?: Partial<Holders>;
  /** What cannot be granted. */
  gaps?: GrantGaps;
  /** True when the engine runs components (WASI 0.2) as well. */
  runsComponents?: boolean;
  /** What a user must know before trusting it. */
  notes?: readonly string[];
  /** The arguments of one run. */
  run(order: Order): string[];
  /** For ahead-of-time modes: compiles before the run, which then gets `artefact` as its module. */
  compile?: Compile;
  /** For modes that keep compiled code in `order.cacheDirectory` by themselves. */
  cache?: Cache;
  /**
   * How many bytes it reserves for a 32-bit linear memory, guard included, so that the memory can be found
   * in /proc/PID/maps. Absent where it keeps memories on its heap or reserves nothing.
   */
  reservedBytes?: number;
}

/** One run, checked: every path is absolute and there. */
export interface Order {
  modulePath: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  directories: readonly Volume[];
  /** What `limits` gave for the limits asked for. */
  limitFlags: readonly string[];
  /** A folder of the lab's own, for this build of the engine alone. */
  cacheDirectory: string;
}

/** Readied before a run, which then finds all compiled: no run is cold by accident. */
export interface Cache {
  /** The arguments that fill it, without running the guest. */
  fill(order: Order): string[];
  /** Where filling ends with a failure by design: what it then says on stderr. */
  endsWith?: RegExp;
  /** A file that the engine wants, in the cache folder. */
  config?(directory: string): { name: string; content: string };
}

export interface Compile {
  /** Of the artefact, with its dot: `.cwasm`. */
  extension: string;
  /** `args` are never asked for here: an artefact serves any run of the module with the same flags. */
  args(order: Order, artefact: string): string[];
  /** Another program than the engine's own, such as `wamrc`, found beside it or in PATH. */
  executable?: string;
}

/** What tells one ending from the guest's own exit. */
export interface Sign {
  /** Exit codes of the process; absent: any but 0. */
  codes?: readonly number[];
  /** In the engine's last words; the first group, if any, is quoted. */
  words: RegExp;
  kind: Extract<
    Ending['kind'],
    'exited' | 'trapped' | 'timed-out' | 'fuel-exhausted' | 'failed-to-start'
  >;
  /** Of a failure to start. */
  errorCode?: ErrorCode;
  /** For `exited`: what is known of the code, when the engine does not pass it on. */
  reason?: string;
  /** True when a guest could end just so by itself (the same code, and these words as its own): said in the ending. */
  ambiguous?: boolean;
}
