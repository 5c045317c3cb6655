import type { ByteReader } from './byte-reader.js';

/** tool-conventions/ProducersSection.md: fields of name/version pairs; here as `clang 19.1.5`. */
export function readProducers(reader: ByteReader): string[] {
  const producers: string[] = [];
  for (let fields = reader.count(); fields > 0; fields -= 1) {
    reader.name();
    for (let values = reader.count(); values > 0; values -= 1) {
      producers.push(`${reader.name()} ${reader.name()}`.trim());
    }
  }
  return producers;
}

/** tool-conventions/Linking.md, "Target Features Section": a prefix, then a name; `+` is used. */
export function readTargetFeatures(reader: ByteReader): string[] {
  const features: string[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const isUsed = reader.byte() === 0x2b;
    const name = reader.name();
    if (isUsed) features.push(name);
  }
  return features;
}

/** Custom sections never make a module invalid: one that cannot be read says nothing. */
export function orNothing(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}
