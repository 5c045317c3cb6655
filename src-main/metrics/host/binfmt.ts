import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../files/kernel-text.js';

/** Who runs a foreign program in the kernel's place (admin-guide/binfmt-misc.rst). */
export interface Interpreter {
  /** The name under which it is registered: `qemu-aarch64`. */
  name: string;
  path: string;
}

/** ELF's e_machine (elf.h) by Go's name of the architecture. */
const MACHINE: Record<string, number> = { '386': 3, arm: 40, amd64: 62, arm64: 183, riscv64: 243 };
const FOLDER = '/proc/sys/fs/binfmt_misc';
const [REGISTER, STATUS] = ['register', 'status'];

/** Whether another program runs those of an architecture. `isReadable` false: nothing can be told. */
export function interpreterOf(
  architecture: string,
  folder = FOLDER,
): { isReadable: boolean; interpreter?: Interpreter } {
  const header = headerOf(architecture);
  const names = namesIn(folder);
  if (header === undefined || !names.includes(STATUS)) return { isReadable: false };
  const entries = names.filter((name) => name !== REGISTER && name !== STATUS);
  const found = entries.flatMap((name) => {
    const entry = readText(join(folder, name));
    const path = entry === undefined ? undefined : whoTakes(entry, header);
    return path === undefined ? [] : [{ name, path }];
  })[0];
  return { isReadable: true, ...(found === undefined ? {} : { interpreter: found }) };
}

/** The interpreter of an entry of that folder, when it is enabled and its magic fits. */
export function whoTakes(entry: string, header: Uint8Array): string | undefined {
  const word = (key: string): string | undefined =>
    new RegExp(`^${key} (.+)$`, 'm').exec(entry)?.[1];
  const magic = fromHex(word('magic'));
  if (!entry.startsWith('enabled') || magic === undefined) return undefined;
  const offset = Number(word('offset') ?? 0);
  const mask = fromHex(word('mask'));
  const fits = magic.every(
    (byte, at) => ((byte ^ (header[offset + at] ?? 0)) & (mask?.[at] ?? 0xff)) === 0,
  );
  return fits ? word('interpreter') : undefined;
}

/** The first bytes of a static executable for Linux of this architecture; undefined for one that is not known here. */
export function headerOf(architecture: string): Uint8Array | undefined {
  const machine = MACHINE[architecture];
  if (machine === undefined) return undefined;
  const is32 = architecture === '386' || architecture === 'arm';
  const header = new Uint8Array(64);
  // Magic, class, little-endian, version; then e_type ET_EXEC, e_machine, e_version.
  header.set([0x7f, 0x45, 0x4c, 0x46, is32 ? 1 : 2, 1, 1]);
  header.set([2, 0, machine & 0xff, machine >> 8, 1], 16);
  return header;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function fromHex(text: string | undefined): number[] | undefined {
  return text?.match(/../g)?.map((pair) => Number.parseInt(pair, 16));
}
