import { Fd, wasi } from '@bjorn3/browser_wasi_shim';

/** Neither file, directory nor terminal: what a pipe looks like. */
const UNKNOWN_FILE_TYPE = 0;
const MAY_READ = 1n << 1n;
const MAY_WRITE = 1n << 6n;

function status(rights: bigint): { ret: number; fdstat: wasi.Fdstat } {
  const fdstat = new wasi.Fdstat(UNKNOWN_FILE_TYPE, 0);
  fdstat.fs_rights_base = rights;
  return { ret: wasi.ERRNO_SUCCESS, fdstat };
}

/** Standard input from memory; at its end, or without any, there is nothing more to read. */
export class InputStream extends Fd {
  #rest: Uint8Array;

  constructor(content: Uint8Array) {
    super();
    this.#rest = content;
  }

  override fd_fdstat_get() {
    return status(MAY_READ);
  }

  override fd_read(size: number) {
    const data = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(data.byteLength);
    return { ret: wasi.ERRNO_SUCCESS, data };
  }
}

/** Hands on what is written, at once. */
export class OutputStream extends Fd {
  constructor(private readonly write: (data: Uint8Array) => void) {
    super();
  }

  override fd_fdstat_get() {
    return status(MAY_WRITE);
  }

  override fd_write(data: Uint8Array) {
    this.write(data);
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.byteLength };
  }
}
