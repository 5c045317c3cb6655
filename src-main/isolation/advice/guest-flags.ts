/** How the command lines of these runtimes say it (read from their --help); `HOST` and `GUEST` stand for the two paths. */
interface GuestFlags {
  directory: string;
  readOnlyDirectory?: string;
  memory?: string;
  time?: string;
}

const FLAGS: Record<string, GuestFlags> = {
  wasmtime: {
    directory: '--dir HOST::GUEST',
    memory: '-W max-memory-size=67108864',
    time: '-W timeout=5s, or -W fuel=1000000000',
  },
  wasmer: { directory: '--volume HOST:GUEST' },
  wasmedge: {
    directory: '--dir GUEST:HOST',
    readOnlyDirectory: '--dir GUEST:HOST:readonly',
    memory: '--memory-page-limit 1024',
    time: '--time-limit 5000, or --gas-limit 1000000000',
  },
  wazero: {
    directory: '-mount=HOST:GUEST',
    readOnlyDirectory: '-mount=HOST:GUEST:ro',
    time: '-timeout 5s',
  },
  wamr: { directory: '--map-dir=GUEST::HOST', time: '--timeout=5000' },
  wabt: { directory: '-d HOST' },
};

const UNKNOWN_RUNTIME: GuestFlags = { directory: 'a grant' };

/** Those of its family: `wasmtime` for `wasmtime:cranelift` too. */
export function flagsOf(runtime: string | undefined): GuestFlags {
  return FLAGS[runtime?.split(':')[0] ?? ''] ?? UNKNOWN_RUNTIME;
}

export function withPaths(flag: string, hostPath: string, guestPath: string): string {
  return flag.replace(/HOST|GUEST/g, (which) => (which === 'HOST' ? hostPath : guestPath));
}
