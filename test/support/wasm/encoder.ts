/** A small encoder of WebAssembly modules, so that tests say in one line what is in theirs. */
export const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const KINDS = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const I32 = 0x7f;

export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

export function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...leb(bytes.length), ...bytes];
}

export function vector(items: number[][]): number[] {
  return [...leb(items.length), ...items.flat()];
}

export function section(id: number, content: number[]): number[] {
  return [id, ...leb(content.length), ...content];
}

export function custom(title: string, content: number[] = []): number[] {
  return section(0, [...name(title), ...content]);
}

export interface MemoryBounds {
  min: number;
  max?: number;
  is64?: boolean;
  shared?: boolean;
}

export function bounds({ min, max, is64, shared }: MemoryBounds): number[] {
  const flags = (max === undefined ? 0 : 1) | (shared === true ? 2 : 0) | (is64 === true ? 4 : 0);
  return [flags, ...leb(min), ...(max === undefined ? [] : leb(max))];
}

export type EncodedImport = [module: string, name: string, kind: keyof typeof KINDS];

export interface ModuleParts {
  imports?: EncodedImport[];
  memories?: MemoryBounds[];
  exports?: [name: string, kind: keyof typeof KINDS, index: number][];
  /** Bodies of functions `() -> ()`, without locals; numbered behind the imported functions. */
  bodies?: number[][];
  start?: number;
  customs?: number[][];
}

/** A module of functions without parameters and results. Imported functions have that type too. */
export function encodeModule(parts: ModuleParts): Uint8Array {
  const bodies = parts.bodies ?? [];
  const sections: number[][] = [section(1, vector([[0x60, 0, 0]]))];
  if (parts.imports !== undefined) sections.push(section(2, vector(parts.imports.map(imported))));
  if (bodies.length > 0) sections.push(section(3, vector(bodies.map(() => [0]))));
  if (parts.memories !== undefined) sections.push(section(5, vector(parts.memories.map(bounds))));
  if (parts.exports !== undefined) {
    const entries = parts.exports.map(([title, kind, index]) => [
      ...name(title),
      KINDS[kind],
      ...leb(index),
    ]);
    sections.push(section(7, vector(entries)));
  }
  if (parts.start !== undefined) sections.push(section(8, leb(parts.start)));
  if (bodies.length > 0) {
    const codes = bodies.map((body) => [...leb(body.length + 2), 0, ...body, 0x0b]);
    sections.push(section(10, vector(codes)));
  }
  return Uint8Array.from([...HEADER, ...sections.flat(), ...(parts.customs ?? []).flat()]);
}

function imported([module, title, kind]: EncodedImport): number[] {
  const types: Record<typeof kind, number[]> = {
    function: [0],
    table: [0x70, ...bounds({ min: 1 })],
    memory: bounds({ min: 1 }),
    global: [I32, 0],
    tag: [0, 0],
  };
  return [...name(module), ...name(title), KINDS[kind], ...types[kind]];
}
