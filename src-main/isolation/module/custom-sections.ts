import type { ByteReader } from './byte-reader.js';
import type { ModuleProfile } from './profile.js';

/** More than any compiler writes; the rest is read over. */
const MOST_LISTED = 10_000;
const MODULE_NAME = 0;
const IS_USED = 0x2b;

type Said = Pick<
  ModuleProfile,
  'customSections' | 'producers' | 'languages' | 'targetFeatures' | 'name'
>;

/** Lists a custom section, and reads it where it says something of the whole module. */
export function readCustomSection(section: ByteReader, said: Said): void {
  const sizeBytes = section.rest().length;
  const name = section.name();
  if (said.customSections.length < MOST_LISTED) said.customSections.push({ name, sizeBytes });
  if (name === 'producers')
    Object.assign(
      said,
      readable(() => readProducers(section)),
    );
  if (name === 'name')
    Object.assign(
      said,
      readable(() => readModuleName(section)),
    );
  if (name === 'target_features') {
    Object.assign(
      said,
      readable(() => ({ targetFeatures: readTargetFeatures(section) })),
    );
  }
}

/** tool-conventions/ProducersSection.md: fields of name/version pairs; here as `clang 19.1.5`. */
function readProducers(reader: ByteReader): Pick<Said, 'producers' | 'languages'> {
  const producers: string[] = [];
  const languages: string[] = [];
  for (let fields = reader.count(); fields > 0; fields -= 1) {
    const list = reader.name() === 'language' ? languages : producers;
    for (let values = reader.count(); values > 0; values -= 1) {
      list.push(`${reader.name()} ${reader.name()}`.trim());
    }
  }
  return { producers, languages };
}

/** tool-conventions/Linking.md, "Target Features Section": a prefix, then a name; `+` is used. */
function readTargetFeatures(reader: ByteReader): string[] {
  const features: string[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const isUsed = reader.byte() === IS_USED;
    const name = reader.name();
    if (isUsed) features.push(name);
  }
  return features;
}

/** Core specification, 7.4.1: the first subsection, if it is there, has the module's own name. */
function readModuleName(reader: ByteReader): Pick<Said, 'name'> {
  if (reader.isAtEnd || reader.byte() !== MODULE_NAME) return {};
  const name = reader.part(reader.u32()).name();
  return name === '' ? {} : { name };
}

/** Custom sections never make a module invalid: one that cannot be read says nothing. */
function readable(read: () => Partial<Said>): Partial<Said> {
  try {
    return read();
  } catch {
    return {};
  }
}
