import { capture } from '../processes.mjs';
import { Stop } from '../say.mjs';

const LAST_WORDS = 1500;

/**
 * Runs a program that has to succeed.
 * @param {string[]} command
 * @param {Parameters<typeof capture>[1]} [options]
 * @returns {Promise<string>} what it printed
 */
export async function must(command, options) {
  const { code, output } = await capture(command, options);
  if (code === 0) return output;
  throw new Stop(
    `${output.trim().slice(-LAST_WORDS)}\n${command[0]} ended with ${code}.`,
    'What it said stands above.',
  );
}
