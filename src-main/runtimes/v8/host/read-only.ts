import type { WasiFunction, WasiImports } from './imports.js';

/** Values of WASI preview 1 (legacy/preview1/docs.md: errno, oflags, rights). */
const SUCCESS = 0;
const ERRNO_ROFS = 69;
const OFLAGS_CREAT = 1;
const OFLAGS_TRUNC = 8;
const RIGHT_FD_DATASYNC = 1n << 0n;
const RIGHTS_THAT_WRITE = (1n << 6n) | (1n << 8n) | (1n << 22n);
const FIRST_PREOPEN_FD = 3;

/** Calls that change something, with the positions of the descriptors among their arguments. */
const CHANGING_CALLS: Record<string, readonly number[]> = {
  fd_write: [0],
  fd_pwrite: [0],
  fd_allocate: [0],
  fd_filestat_set_size: [0],
  fd_filestat_set_times: [0],
  path_create_directory: [0],
  path_filestat_set_times: [0],
  path_link: [0, 4],
  path_remove_directory: [0],
  path_rename: [0, 3],
  path_symlink: [2],
  path_unlink_file: [0],
};

/**
 * node:wasi has no read-only directory, so the calls that change something are refused here with
 * EROFS for every descriptor that came out of a read-only one. A symbolic link in a directory that
 * is granted for writing can still lead anywhere: node:wasi follows it.
 */
export function guardReadOnly(
  imports: WasiImports,
  readOnlyFds: Set<number>,
  memory: () => WebAssembly.Memory,
): WasiImports {
  const guarded: WasiImports = { ...imports };
  for (const [name, positions] of Object.entries(CHANGING_CALLS)) {
    const call = imports[name];
    if (call !== undefined) guarded[name] = refuseFor(call, positions, readOnlyFds);
  }
  const { path_open: open, fd_close: close, fd_renumber: renumber } = imports;
  if (open !== undefined) guarded['path_open'] = openForReading(open, readOnlyFds, memory);
  if (close !== undefined) {
    guarded['fd_close'] = (fd = 0) => {
      const errno = close(fd);
      if (errno === SUCCESS) readOnlyFds.delete(descriptor(fd));
      return errno;
    };
  }
  if (renumber !== undefined) {
    guarded['fd_renumber'] = (from = 0, to = 0) => {
      const errno = renumber(from, to);
      if (errno === SUCCESS) moveDescriptor(readOnlyFds, descriptor(from), descriptor(to));
      return errno;
    };
  }
  return guarded;
}

/** uvwasi numbers the preopens in the order of the object's keys. */
export function readOnlyDescriptors(
  preopens: Record<string, string>,
  readOnly: readonly string[],
): Set<number> {
  const fds = Object.keys(preopens).map((path, index) => ({ path, fd: FIRST_PREOPEN_FD + index }));
  return new Set(fds.filter(({ path }) => readOnly.includes(path)).map(({ fd }) => fd));
}

function refuseFor(
  call: WasiFunction,
  positions: readonly number[],
  readOnlyFds: Set<number>,
): WasiFunction {
  return (...args) =>
    positions.some((position) => readOnlyFds.has(descriptor(args[position] ?? 0)))
      ? ERRNO_ROFS
      : call(...args);
}

/** `path_open(fd, dirflags, path, path_len, oflags, rights, inheriting, fdflags, opened_fd)`. */
function openForReading(
  open: WasiFunction,
  readOnlyFds: Set<number>,
  memory: () => WebAssembly.Memory,
): WasiFunction {
  return (...args) => {
    const [fd = 0, dirFlags = 0, path = 0, pathLength = 0, flags = 0] = args;
    if (!readOnlyFds.has(descriptor(fd))) return open(...args);
    const [rights = 0n, inheriting = 0n, fdFlags = 0, opened = 0] = args.slice(5);
    const wantsToWrite = (BigInt(rights) & RIGHTS_THAT_WRITE) !== 0n;
    const wantsToMake = (Number(flags) & (OFLAGS_CREAT | OFLAGS_TRUNC)) !== 0;
    if (wantsToWrite || wantsToMake) return ERRNO_ROFS;
    // uvwasi opens for writing when this right alone is asked for.
    const forReading = BigInt(rights) & ~RIGHT_FD_DATASYNC;
    const errno = open(
      ...[fd, dirFlags, path, pathLength, flags, forReading, inheriting, fdFlags, opened],
    );
    if (errno === SUCCESS) {
      const view = new DataView(memory().buffer);
      readOnlyFds.add(view.getUint32(Number(opened) >>> 0, true));
    }
    return errno;
  };
}

function moveDescriptor(readOnlyFds: Set<number>, from: number, to: number): void {
  const isReadOnly = readOnlyFds.delete(from);
  if (isReadOnly) readOnlyFds.add(to);
  else readOnlyFds.delete(to);
}

function descriptor(value: number | bigint): number {
  return Number(value) >>> 0;
}
