import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { headerOf, interpreterOf, whoTakes } from '../../../../src-main/metrics/host/binfmt.js';
import { ROOT } from '../../../support/paralelo.js';

/** Written by hand in the kernel's form (admin-guide/binfmt-misc.rst), with magic and mask as QEMU registers them. */
const QEMU_ARM64 = `enabled
interpreter /usr/libexec/qemu-binfmt/aarch64-binfmt-P
flags: POCF
offset 0
magic 7f454c460201010000000000000000000200b700
mask ffffffffffffff00fffffffffffffffffeffffff
`;

function folderWith(entries: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'binfmt-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(entries)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('who runs a program of another architecture', () => {
  it('is the one whose magic fits, named as it is registered', () => {
    const folder = folderWith({
      register: '',
      status: 'enabled\n',
      'python3.11': 'enabled\ninterpreter /usr/bin/python3.11\nflags: \noffset 0\nmagic a70d0d0a\n',
      'qemu-aarch64': QEMU_ARM64,
    });
    expect(interpreterOf('arm64', folder)).toEqual({
      isReadable: true,
      interpreter: { name: 'qemu-aarch64', path: '/usr/libexec/qemu-binfmt/aarch64-binfmt-P' },
    });
    expect(interpreterOf('amd64', folder)).toEqual({ isReadable: true });
  });

  it('may take a program with other bits where the mask leaves them out', () => {
    const header = headerOf('arm64') ?? new Uint8Array();
    const [abi, type] = [7, 16];
    header[abi] = 3;
    header[type] = 3;
    expect(whoTakes(QEMU_ARM64, header)).toContain('aarch64');
    const unmasked = QEMU_ARM64.replace(/^mask .*\n/m, '');
    expect(whoTakes(unmasked, header)).toBeUndefined();
  });

  it('is nobody when its entry is disabled', () => {
    const entry = QEMU_ARM64.replace('enabled', 'disabled');
    expect(whoTakes(entry, headerOf('arm64') ?? new Uint8Array())).toBeUndefined();
  });

  it('is not known where the file system is not mounted, or of a machine that is not known', () => {
    expect(interpreterOf('arm64', folderWith({}))).toEqual({ isReadable: false });
    expect(interpreterOf('arm64', '/nowhere')).toEqual({ isReadable: false });
    expect(interpreterOf('z80', folderWith({ status: 'enabled\n' }))).toEqual({
      isReadable: false,
    });
  });

  it.each(['amd64', 'arm64'])('is asked with the header of a real %s program', (architecture) => {
    const twin = readFileSync(join(ROOT, `resources/workloads/bin/hello.linux-${architecture}`));
    expect([...(headerOf(architecture) ?? [])].slice(0, 24)).toEqual([...twin.subarray(0, 24)]);
  });
});
