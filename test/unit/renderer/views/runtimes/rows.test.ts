import { describe, expect, it } from 'vitest';
import { worldsOf } from '../../../../../src-renderer/views/runtimes/rows.js';
import { MANY_ENGINES, MANY_RUNTIMES } from '../../../../support/fake-many.js';

const labels = (title: string, engines = MANY_ENGINES): string[] =>
  (worldsOf(MANY_RUNTIMES, engines).find((world) => world.title === title)?.rows ?? []).map(
    (row) =>
      row.is === 'engine' ? `[${row.engine.name}]` : `${row.isVariant ? '- ' : ''}${row.label}`,
  );

describe('the rows of the table', () => {
  it('put the OCI runtimes below their engine, and name engines that are not here', () => {
    expect(labels('Containers')).toEqual([
      '[Docker]',
      '- runc',
      '- crun',
      '- runsc',
      '[Podman]',
      '- crun',
      '- runc',
      '[Docker (context build-farm)]',
    ]);
  });

  it('put the variants of a Wasm runtime below its plain one', () => {
    expect(labels('WebAssembly').slice(2, 9)).toEqual([
      'Wasmtime',
      '- aot',
      '- winch',
      '- pulley',
      'Wasmer',
      '- singlepass',
      '- aot',
    ]);
  });

  it('still show a container runtime whose engine is not listed', () => {
    expect(labels('Containers', [])).toContain('Docker, runc');
  });

  it('leave out a world that has nothing', () => {
    expect(worldsOf([], [])).toEqual([]);
  });
});
