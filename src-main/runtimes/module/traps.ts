/** Engines' words for a trap (V8: src/common/message-template.h, kTrap…; others much the same) and what they mean. */
const TRAPS: [pattern: RegExp, meaning: string][] = [
  [/unreachable/i, 'the program reached code that must never run (abort, a failed assertion)'],
  [
    /memory access out of bounds|out of bounds memory access|memory out of bounds|out-of-bounds memory/i,
    'it touched memory outside its linear memory',
  ],
  [/divide by zero|division by zero|remainder by zero/i, 'it divided an integer by zero'],
  [/divide result unrepresentable|integer overflow/i, 'a division overflowed'],
  [
    /float unrepresentable|invalid conversion to integer/i,
    'it converted a float to an integer that cannot hold it',
  ],
  [
    /null function|function signature mismatch|indirect call|uninitialized element/i,
    'it called through a function pointer that is null or of another type',
  ],
  [
    /table index is out of bounds|undefined element/i,
    'it called through a function pointer that does not exist',
  ],
  [/table access|element segment/, 'it touched a table outside its bounds'],
  [/data segment/, 'its initial data does not fit into its memory'],
  [/unaligned/, 'an atomic access was not aligned'],
  [
    /call stack (size exceeded|exhausted)|stack overflow/i,
    'its calls went deeper than the stack (endless recursion)',
  ],
  [/WebAssembly\.Exception/, 'it threw an exception that nobody caught'],
];

/** A sentence for people, with the engine's own words in it. */
export function describeTrap(message: string, engine: string): string {
  const meaning = TRAPS.find(([pattern]) => pattern.test(message))?.[1];
  const words = `${engine}: "${message}"`;
  return meaning === undefined
    ? `The guest trapped (${words}).`
    : `Trapped: ${meaning} (${words}).`;
}
