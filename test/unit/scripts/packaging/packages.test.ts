import { describe, expect, it } from 'vitest';
import { controlFile } from '../../../../scripts/lib/packaging/deb.mjs';
import {
  desktopEntry,
  movableWrapperScript,
} from '../../../../scripts/lib/packaging/linux-files.mjs';
import type { PackageInfo } from '../../../../scripts/lib/packaging/package-info.mjs';
import { packageInfo } from '../../../../scripts/lib/packaging/package-info.mjs';
import { specFile } from '../../../../scripts/lib/packaging/rpm.mjs';

const info: PackageInfo = {
  version: '1.2.3',
  testOnly: false,
  arch: 'x64',
  summary: 'A lab',
  description: 'What it does.\nMore.',
};

describe('a package with an old Electron', () => {
  const old = packageInfo({ distDir: '', version: '25.1.1', testOnly: true });

  it('says that it is for tests only, wherever it describes itself', () => {
    expect(controlFile(old, 1)).toMatch(/^Description: .*FOR TESTS ONLY/m);
    expect(specFile(old, '/tmp/root')).toMatch(/^Summary: .*FOR TESTS ONLY/m);
    expect(old.description).toContain('Electron 25.1.1, which gets no security updates');
  });

  it('is older than the release of the same version, which replaces it', () => {
    expect(controlFile(old, 1)).toMatch(/^Version: \d+\.\d+\.\d+~testonly$/m);
    expect(specFile(old, '/tmp/root')).toMatch(/^Release: 0\.testonly$/m);
  });
});

it('a .deb names its architecture and its size as Debian does', () => {
  const control = controlFile({ ...info, arch: 'arm64' }, 2049);
  expect(control).toContain('Architecture: arm64\n');
  expect(control).toContain('Installed-Size: 3\n');
  expect(control).toMatch(/Description: A lab\n What it does\.\n More\.\n$/);
});

it('an .rpm asks for libraries by name and offers none of its own', () => {
  const spec = specFile(info, '/tmp/root');
  expect(spec).toContain('Requires: gtk3\n');
  expect(spec).toContain('AutoReqProv: no\n');
  expect(spec).not.toMatch(/^%(pre|post|preun|postun|posttrans)\b/m);
});

it('the desktop offers the app for modules, one at a time', () => {
  expect(desktopEntry()).toContain('MimeType=application/wasm;\n');
  expect(desktopEntry()).toMatch(/^Exec=\/opt\/paralelo\/paralelo %f$/m);
});

it('the command of the archive finds its app wherever it was unpacked', () => {
  expect(movableWrapperScript()).toContain('"$here/resources/app.asar/out/main/cli.cjs" "$@"');
});
