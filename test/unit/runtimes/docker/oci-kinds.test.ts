import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../src-main/runtimes/docker/engine/oci-kinds.js';

describe('an OCI runtime is shown as what it is', () => {
  it.each([
    ['runc', /^Linux container/],
    ['crun', /^Linux container/],
    ['youki', /^Linux container/],
    ['runsc', /gVisor/],
    ['kata-runtime', /virtual machine \(Kata\)/],
    ['io.containerd.kata.v2', /virtual machine \(Kata\)/],
    ['krun', /virtual machine \(libkrun\)/],
  ])('%s', (name, mode) => {
    expect(kindOf(name).mode).toMatch(mode);
    expect(kindOf(name).wasm).toBeUndefined();
  });

  it.each(['wasmtime', 'wasmedge', 'wasmer', 'spin', 'slight', 'wws', 'lunatic'])(
    'the shim of %s is Wasm inside an engine, and said to be untested',
    (name) => {
      const kind = kindOf(`io.containerd.${name}.v1`);
      expect(kind).toMatchObject({ wasm: true });
      expect(kind.mode).toContain(name);
      expect(kind.notes.join(' ')).toContain('Untested');
    },
  );

  it('by its program when its name says nothing', () => {
    expect(kindOf('sandboxed', undefined, '/usr/local/bin/runsc').mode).toMatch(/gVisor/);
  });

  it('as unknown, without a guess, when nothing says it', () => {
    expect(kindOf('mine', undefined, '/opt/mine')).not.toHaveProperty('mode');
  });

  it('and is no Wasm shim when it is a shim of runc', () => {
    expect(kindOf('io.containerd.runc.v2').wasm).toBeUndefined();
  });
});
