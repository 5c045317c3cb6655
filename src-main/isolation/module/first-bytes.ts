const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/** What well-known files begin with, and what to say when one is given instead of a module. */
const SIGNATURES: { bytes: number[]; name: string; hint?: string }[] = [
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a Linux executable or library (ELF)', hint: 'native' },
  { bytes: [0x4d, 0x5a], name: 'a Windows executable', hint: 'native' },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], name: 'a macOS executable (Mach-O)', hint: 'native' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], name: 'a macOS universal binary or a Java class' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive', hint: 'unpack' },
  { bytes: [0x1f, 0x8b], name: 'gzip-compressed data', hint: 'unpack' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'Zstandard-compressed data', hint: 'unpack' },
  { bytes: [0x42, 0x43, 0xc0, 0xde], name: 'LLVM bitcode', hint: 'native' },
  { bytes: [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e], name: 'a static library (ar)' },
  { bytes: [0x23, 0x21], name: 'a script' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
];

const HINTS: Record<string, string> = {
  native:
    'Compile the program for WebAssembly, for example `clang --target=wasm32-wasi -O2 -o x.wasm x.c`.',
  unpack: 'Unpack it first and give the .wasm file inside.',
  text: 'Translate the text format first: `wat2wasm x.wat -o x.wasm`.',
};
const USUAL_HINT = 'Give the path of a .wasm file built for WASI preview 1.';

export interface FirstBytes {
  /** Completes "it is …" or "it looks like …". */
  looksLike: string;
  hint: string;
}

export function hasMagic(bytes: Uint8Array): boolean {
  return MAGIC.every((value, index) => bytes[index] === value);
}

/** What a file that is not a module looks like, judged by its first bytes. */
export function describeFirstBytes(bytes: Uint8Array): FirstBytes {
  if (bytes.length === 0) return { looksLike: 'an empty file', hint: USUAL_HINT };
  const known = SIGNATURES.find(({ bytes: start }) => start.every((b, i) => bytes[i] === b));
  if (known !== undefined) {
    return { looksLike: known.name, hint: HINTS[known.hint ?? ''] ?? USUAL_HINT };
  }
  const start = bytes.subarray(0, 256);
  if (!isText(start)) {
    const shown = [...bytes.subarray(0, 4)].map((b) => b.toString(16).padStart(2, '0')).join(' ');
    return { looksLike: `unknown data beginning with ${shown}`, hint: USUAL_HINT };
  }
  const text = Buffer.from(start).toString('latin1');
  return /^\s*(;;[^\n]*\n\s*)*\((module|component)\b/.test(text)
    ? { looksLike: 'WebAssembly in its text format', hint: HINTS['text'] ?? USUAL_HINT }
    : { looksLike: 'a text file', hint: USUAL_HINT };
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((b) => b >= 0x20 || b === 0x09 || b === 0x0a || b === 0x0d);
}
