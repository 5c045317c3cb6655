import type { Volume } from '../../contract/index.js';
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
  /** What a found program is asked: arguments by name. All are asked at once, once per binary. */
  asks: Readonly<Record<string, readonly string[]>>;
  /** From the answers (stdout and stderr joined). Undefined: this is another program of that name. */
  version(answers: Answers): string | undefined;
  /** The ways in which this build executes; the first, without a `mode`, is the plain one. */
  variants(answers: Answers, version: string): Variant[];
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
  /** True for a mode that keeps compiled code in `order.cacheDirectory`, which it then gets. */
  caches?: boolean;
  /** What its exit codes and words mean, tried in this order; none fits: the guest exited with its code. */
  signs: readonly Sign[];
  /** How its linear memory is found in /proc/PID/maps; absent where it cannot be. */
  linearMemory?: LinearLayout;
}

/** One run, checked: every path is absolute and there. */
export interface Order {
  modulePath: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  directories: readonly Volume[];
  /** What `limits` gave for the limits asked for. */
  limitFlags: readonly string[];
  /** A folder of the lab's own for this engine build and these flags, where `caches`. */
  cacheDirectory: string;
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
  /** In what was written to stderr; the first group, if any, is quoted as the engine's words. */
  words: RegExp;
  kind: Extract<Ending['kind'], 'trapped' | 'timed-out' | 'fuel-exhausted' | 'failed-to-start'>;
  /** Of a failure to start. */
  errorCode?: 'missing-import' | 'not-a-module' | 'is-a-component' | 'host-failed';
  /** True when a guest could end just so by itself: then the ending says that it is the likely one. */
  ambiguous?: boolean;
}

/** Accessible memory and what is reserved behind it, together exactly so many bytes. */
export interface LinearLayout {
  reservedBytes: readonly number[];
}
