import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A way to run a built twin on this machine. */
export interface World {
  name: string;
  /** `limitBytes` caps what the guest may allocate: its address space, or its linear memory. */
  command: (twin: string, args: readonly string[], limitBytes?: number) => string[];
}

type Architecture = 'amd64' | 'arm64';

const WASI_CHILD = join(import.meta.dirname, 'wasi-child.mjs');
const WASM_PAGE_BYTES = 65_536;

export function wasmWorld(binDir: string): World {
  return {
    name: 'a module under node:wasi',
    command: (twin, args, limitBytes) => [
      process.execPath,
      '--no-warnings',
      ...(limitBytes === undefined
        ? []
        : [`--wasm-max-mem-pages=${String(limitBytes / WASM_PAGE_BYTES)}`]),
      WASI_CHILD,
      join(binDir, `${twin}.wasm`),
      ...args,
    ],
  };
}

export function nativeWorld(binDir: string, arch: Architecture): World {
  return {
    name: `a linux-${arch} executable`,
    command: (twin, args, limitBytes) => {
      const program = [executable(binDir, twin, arch), ...args];
      if (limitBytes === undefined) return program;
      const script = `ulimit -v ${String(limitBytes / 1024)}; exec "$@"`;
      return ['/bin/sh', '-c', script, 'sh', ...program];
    },
  };
}

/** A limit of the emulator's own address space would end the emulator, so `-R` caps the guest's. */
function emulatedWorld(binDir: string, arch: Architecture, emulator: string): World {
  return {
    name: `a linux-${arch} executable under ${emulator}`,
    command: (twin, args, limitBytes) => [
      emulator,
      ...(limitBytes === undefined ? [] : ['-R', String(limitBytes)]),
      executable(binDir, twin, arch),
      ...args,
    ],
  };
}

const executable = (binDir: string, twin: string, arch: Architecture) =>
  join(binDir, `${twin}.linux-${arch}`);

export function ownArchitecture(): Architecture {
  return process.arch === 'arm64' ? 'arm64' : 'amd64';
}

/** The executables that this machine runs, by itself or through qemu-user. */
export function nativeWorlds(binDir: string): World[] {
  if (process.platform !== 'linux') return [];
  const own = ownArchitecture();
  const other = own === 'amd64' ? 'arm64' : 'amd64';
  const emulator = emulatorOf(other);
  return [
    nativeWorld(binDir, own),
    ...(emulator === undefined ? [] : [emulatedWorld(binDir, other, emulator)]),
  ];
}

function emulatorOf(arch: Architecture): string | undefined {
  const cpu = arch === 'arm64' ? 'aarch64' : 'x86_64';
  return [`qemu-${cpu}`, `qemu-${cpu}-static`].find(answers);
}

function answers(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
