/** V8's words for a trap (src/common/message-template.h, kTrap…) and what they mean. */
const TRAPS: [pattern: RegExp, meaning: string][] = [
  [/unreachable/, 'the program reached code that must never run (abort, a failed assertion)'],
  [/memory access out of bounds/, 'it touched memory outside its linear memory'],
  [/divide by zero|remainder by zero/, 'it divided an integer by zero'],
  [/divide result unrepresentable/, 'a division overflowed'],
  [/float unrepresentable/, 'it converted a float to an integer that cannot hold it'],
  [
    /null function|function signature mismatch|indirect call/,
    'it called through a function pointer that is null or of another type',
  ],
  [/table index is out of bounds/, 'it called through a function pointer that does not exist'],
  [/table access|element segment/, 'it touched a table outside its bounds'],
  [/data segment/, 'its initial data does not fit into its memory'],
  [/unaligned/, 'an atomic access was not aligned'],
  [/call stack size exceeded/, 'its calls went deeper than the stack (endless recursion)'],
  [/WebAssembly\.Exception/, 'it threw an exception that nobody caught'],
];

/** A sentence for people, with the engine's own words in it. */
export function describeTrap(message: string): string {
  const meaning = TRAPS.find(([pattern]) => pattern.test(message))?.[1];
  const words = `V8: "${message}"`;
  return meaning === undefined
    ? `The guest trapped (${words}).`
    : `Trapped: ${meaning} (${words}).`;
}

export function isTrap(error: string, message: string): boolean {
  return (
    error === 'RuntimeError' ||
    (error === 'RangeError' && /call stack/.test(message)) ||
    /WebAssembly\.Exception/.test(message)
  );
}
