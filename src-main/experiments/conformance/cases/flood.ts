import { createHash } from 'node:crypto';

export const FLOOD_BYTES = 100_000_000;
const BLOCK_BYTES = 65_536;
const LETTERS = 26;
const FIRST_LETTER = 'a'.charCodeAt(0);
const NUMBER_DIGITS = 16;

let known: string | undefined;

/** Of what `probe flood` writes: blocks of letters, each beginning with its number in hex (probe.c). */
export function floodSha256(): string {
  known ??= hashOf(FLOOD_BYTES);
  return known;
}

function hashOf(totalBytes: number): string {
  const block = Buffer.from(
    Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => FIRST_LETTER + (at % LETTERS)),
  );
  const hash = createHash('sha256');
  for (let at = 0; at < totalBytes; at += BLOCK_BYTES) {
    block.write((at / BLOCK_BYTES).toString(16).padStart(NUMBER_DIGITS, '0'), 'latin1');
    hash.update(block.subarray(0, totalBytes - at));
  }
  return hash.digest('hex');
}
