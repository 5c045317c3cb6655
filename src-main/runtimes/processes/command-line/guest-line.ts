import type { Volume } from '../../../contract/index.js';

/** What a runtime's command line says of its guest; paths are as written there. */
export interface GuestLine {
  /** A path, or what a registry calls it. Absent where the command line does not name one. */
  module?: string;
  /** `run`, `serve`; absent where the module follows at once. */
  subcommand?: string;
  /** For people, where there is no module: a script, a container's id. */
  title?: string;
  args: string[];
  directories: Volume[];
  env: Record<string, string>;
  memoryLimitBytes?: number;
  /** Options that are not understood here, each as written. */
  others: string[];
}

/** Undefined: it runs no guest (`compile`, `--version`). `argv` is without the program itself. */
export type ReadLine = (argv: readonly string[]) => GuestLine | undefined;

export function emptyLine(): GuestLine {
  return { args: [], directories: [], env: {}, others: [] };
}
