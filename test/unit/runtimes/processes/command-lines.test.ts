import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src-main/runtimes/processes/scan/recognise.js';

/** As the process of `executable` that was started with this command line. */
function seen(commandLine: string, executable?: string) {
  const argv = commandLine.split(' ');
  const path = executable ?? `/usr/bin/${argv[0] ?? ''}`;
  return recognise({ executable: path, comm: '', argv });
}

describe('the command line of a runtime', () => {
  it.each([
    [
      'wasmtime run -C cache=n -W max-memory-size=1048576 --dir /data::/in --env A=1 x.wasm a --b',
      'wasmtime',
      'x.wasm',
      ['a', '--b'],
    ],
    ['wasmtime x.wasm', 'wasmtime', 'x.wasm', []],
    ['wasmtime --dir=. -Scli,http run -- /srv/x.cwasm 1', 'wasmtime', '/srv/x.cwasm', ['1']],
    ['wasmtime serve --addr 0.0.0.0:8080 app.wasm', 'wasmtime', 'app.wasm', []],
    [
      'wasmer run --quiet --env A=1 --volume /data:/in x.wasm -- --to 5m',
      'wasmer',
      'x.wasm',
      ['--to', '5m'],
    ],
    ['wasmer python/python script.py', 'wasmer', 'python/python', ['script.py']],
    ['wasmedge --dir .:. --env A=1 x.wasm a', 'wasmedge', 'x.wasm', ['a']],
    [
      'wasmedge run --memory-page-limit 16 --dir /in:/data:readonly x.so a',
      'wasmedge',
      'x.so',
      ['a'],
    ],
    ['wazero run -env A=1 -mount=/data:/in:ro -timeout 5s x.wasm -- a', 'wazero', 'x.wasm', ['a']],
    ['wazero run --env=A=1 x.wasm', 'wazero', 'x.wasm', []],
    ['iwasm --env=A=1 --map-dir=/in::/data --stack-size=9 -f main x.aot a', 'wamr', 'x.aot', ['a']],
    ['wasm3 --stack-size 9 --func main x.wasm a', 'wasm3', 'x.wasm', ['a']],
    ['wasm-interp --wasi -e A=1 -d . x.wasm a', 'wabt', 'x.wasm', ['a']],
    ['lunatic run x.wasm a', 'lunatic', 'x.wasm', ['a']],
    ['slight -c slight.toml run -m x.wasm', 'slight', 'x.wasm', []],
    ['wws --port 8080 ./workers', 'wws', './workers', []],
  ])('%s runs a guest of %s', (commandLine, id, module, args) => {
    expect(seen(commandLine)).toMatchObject({ id, line: { module, args } });
  });

  it.each([
    'wasmtime compile x.wasm',
    'wasmtime --version',
    'wasmtime settings --target pulley64',
    'wasmtime run --help',
    'wasmtime',
    'wasmer --version',
    'wasmer compile -o x.wasmu x.wasm',
    'wasmer config --libdir',
    'wasmedge compile x.wasm x.so',
    'wasmedgec x.wasm x.so',
    'wazero compile -cachedir /tmp x.wasm',
    'wazero version',
    'iwasm --version',
    'wasm3 --version',
    'spin up --from app.toml',
    'spin build',
    'containerd-shim-spin-v2 -namespace k8s.io -id abc start',
    'containerd-shim-runc-v2 -namespace k8s.io -id abc',
  ])('%s runs none', (commandLine) => {
    expect(seen(commandLine)).toBeUndefined();
  });

  it('says what the guest is granted, whichever way round the runtime writes it', () => {
    const volume = { hostPath: '/data', guestPath: '/in', readOnly: false };
    const granted = (commandLine: string) => seen(commandLine)?.line;
    const plain = { env: { A: '1=2' }, directories: [volume] };
    expect(granted('wasmtime run --dir /data::/in --env A=1=2 x.wasm')).toMatchObject(plain);
    expect(granted('wasmer run --volume=/data:/in --env A=1=2 x.wasm')).toMatchObject(plain);
    expect(granted('iwasm --map-dir=/in::/data --env=A=1=2 x.wasm')).toMatchObject(plain);
    const readOnly = { env: { A: '1=2' }, directories: [{ ...volume, readOnly: true }] };
    expect(granted('wasmedge --dir /in:/data:readonly --env A=1=2 x.wasm')).toMatchObject(readOnly);
    expect(granted('wazero run -mount /data:/in:ro -env A=1=2 x.wasm')).toMatchObject(readOnly);
  });

  it('says how far the memory may grow, and keeps what it does not understand', () => {
    expect(seen('wasmtime run -Wmax-memory-size=65536 x.wasm')?.line).toMatchObject({
      memoryLimitBytes: 65536,
      others: [],
    });
    expect(
      seen('wasmtime -W fuel=9,max-memory-size=65536 -O opt-level=0 x.wasm')?.line,
    ).toMatchObject({
      memoryLimitBytes: 65536,
      others: ['-W fuel=9,max-memory-size=65536', '-O opt-level=0'],
    });
    expect(seen('wasmedge --memory-page-limit 2 --gas-limit 5 x.wasm')?.line).toMatchObject({
      memoryLimitBytes: 131072,
      others: ['--gas-limit 5'],
    });
    expect(seen('node --wasm-max-mem-pages=3 h.mjs x.wasm')?.line.memoryLimitBytes).toBe(196608);
  });

  it('finds the module of a JavaScript host among its arguments, and names its script', () => {
    expect(seen('node --no-warnings -r ./a.cjs host.mjs x.wasm --to 1')).toMatchObject({
      id: 'v8',
      runtime: { needsMemory: true },
      line: { module: 'x.wasm', title: 'host.mjs' },
    });
    expect(seen('deno run --allow-read host.mjs x.wasm')).toMatchObject({
      id: 'deno',
      line: { module: 'x.wasm', title: 'host.mjs' },
    });
    const line = seen('bun server.ts')?.line;
    expect(line).toMatchObject({ title: 'server.ts' });
    expect(line).not.toHaveProperty('module');
  });

  it('knows the triggers of Spin and the shims of containerd by their name', () => {
    expect(seen('spin trigger http --listen 127.0.0.1:3000')).toMatchObject({
      id: 'spin',
      line: { title: 'spin http' },
    });
    expect(seen('containerd-shim-spin-v2 -namespace k8s.io -id abc')).toMatchObject({
      id: 'io.containerd.spin.v2',
      line: { title: 'abc' },
    });
    expect(seen('containerd-shim-wasmtime-v1 -id abc')).toMatchObject({
      id: 'io.containerd.wasmtime.v1',
    });
  });

  it('looks behind a dynamic loader that was started by hand', () => {
    const loader = '/lib64/ld-linux-x86-64.so.2';
    expect(
      seen(`${loader} --library-path /opt/lib /opt/wasmedge run x.wasm a`, loader),
    ).toMatchObject({ id: 'wasmedge', line: { module: 'x.wasm', args: ['a'] } });
    expect(seen(`${loader} --list /bin/sh`, loader)).toBeUndefined();
  });

  it('is believed without the executable only when the kernel gives the process the same name', () => {
    const argv = ['wasmtime', 'x.wasm'];
    expect(recognise({ executable: undefined, comm: 'wasmtime', argv })?.id).toBe('wasmtime');
    expect(recognise({ executable: undefined, comm: 'sh', argv })).toBeUndefined();
    expect(recognise({ executable: '/bin/sh', comm: 'wasmtime', argv })).toBeUndefined();
  });

  it("takes the lab's own host for a guest, by its script", () => {
    const own = { execPath: '/opt/paralelo', scriptPath: '/opt/v8-host.cjs' };
    const argv = ['/opt/paralelo', '--no-warnings', '/opt/v8-host.cjs'];
    const looks = { executable: '/opt/paralelo', comm: 'paralelo', argv };
    expect(recognise(looks, own)).toMatchObject({ id: 'v8', runtime: { needsMemory: false } });
    expect(recognise(looks)).toBeUndefined();
  });
});
