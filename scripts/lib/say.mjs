import { cleanUp } from './clean-up.mjs';

/** A failure that people can do something about: what happened, and what to do next. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {string} hint
   */
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {number} ms
 * @returns {string} `8.3 s`
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Stop) {
    process.stderr.write(`\n${error.message}\nWhat to do: ${error.hint}\n`);
  } else {
    process.stderr.write(
      `\n${error instanceof Error ? String(error.stack) : String(error)}\n` +
        'What to do: this should not happen; run the command again, and report it if it repeats.\n',
    );
  }
}

/**
 * Runs a command to its end, whatever that is, and leaves nothing behind.
 * @param {() => Promise<number>} command resolves with the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}
