import { LabError } from '../../contract/index.js';

const HEADER_BYTES = 8;
const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 1;
const IS_64_BIT = 4;
const HAS_PAGE_SIZE = 8;

/**
 * The module with the maximum of its memory lowered to so many pages: how the lab holds a memory limit in
 * an engine that has none. Every other byte stays. Core specification 5.5.8 (memory section), 5.3.8
 * (limits), 5.2.2 (LEB128). A module without a memory of its own comes back as it is.
 */
export function capMemory(module: Uint8Array, pages: number): Uint8Array {
  let at = HEADER_BYTES;
  while (at < module.length) {
    const id = module[at];
    const size = readNumber(module, at + 1);
    const end = size.end + size.value;
    if (id === MEMORY_SECTION) {
      const content = cappedMemories(module.subarray(size.end, end), pages);
      return join(
        module.subarray(0, at),
        Uint8Array.of(MEMORY_SECTION, ...encodeNumber(content.length)),
        content,
        module.subarray(end),
      );
    }
    at = end;
  }
  return module;
}

function cappedMemories(section: Uint8Array, pages: number): Uint8Array {
  const count = readNumber(section, 0);
  const parts = [section.subarray(0, count.end)];
  let at = count.end;
  for (let left = count.value; left > 0; left -= 1) {
    const flags = section[at] ?? 0;
    const minimum = readNumber(section, at + 1);
    const maximum = (flags & HAS_MAXIMUM) === 0 ? undefined : readNumber(section, minimum.end);
    const boundsEnd = maximum?.end ?? minimum.end;
    const rest = (flags & HAS_PAGE_SIZE) === 0 ? boundsEnd : readNumber(section, boundsEnd).end;
    if ((flags & (HAS_PAGE_SIZE | IS_64_BIT)) !== 0) throw cannotCap();
    const lowest = Math.min(pages, maximum?.value ?? pages);
    parts.push(
      Uint8Array.of(flags | HAS_MAXIMUM),
      section.subarray(at + 1, minimum.end),
      encodeNumber(lowest),
      section.subarray(boundsEnd, rest),
    );
    at = rest;
  }
  return join(...parts);
}

/** Unsigned LEB128. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[start + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  throw cannotCap();
}

function encodeNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest >= 0x80;
    bytes.push((rest % 0x80) | (more ? 0x80 : 0));
    rest = Math.floor(rest / 0x80);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function cannotCap(): LabError {
  return new LabError(
    'limit-not-enforced',
    'The memory of this module cannot be capped from outside: it is 64-bit or has pages of its own size.',
    'Choose a runtime with a memory limit of its own, such as wasmtime or v8.',
  );
}
