import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { capture } from '../../processes.mjs';
import { missingLibraries } from '../../libraries.mjs';
import { must } from '../must.mjs';
import { expectThat } from './index.mjs';

const ARCHIVE = '/opt/paralelo/resources/app.asar';
const NEEDLESS =
  /\.(ts|map|c|h|md|svelte)$|\/(test|src|src-main|src-renderer|scripts)\/|musl|\.(test|spec)\./;

/** What the package put onto the machine. */
export async function checkInside() {
  /** @type {typeof import('@electron/asar')} */
  const { listPackage } = createRequire(import.meta.url)('@electron/asar');
  const needless = listPackage(ARCHIVE, { isPack: false })
    .filter((path) => !path.startsWith('/docs/guide/'))
    .filter((path) => NEEDLESS.test(path));
  expectThat(needless.length === 0, 'no sources, tests or tools are inside', needless.join());

  const helper = statSync('/opt/paralelo/chrome-sandbox');
  const isHelper = helper.uid === 0 && (helper.mode & 0o7777) === 0o4755;
  expectThat(isHelper, 'the sandbox helper is root’s and setuid');

  const { output } = await capture(['ldd', '/opt/paralelo/paralelo']);
  const missing = missingLibraries(output);
  expectThat(
    missing.length === 0,
    'the package asks for every library that it needs',
    missing.join(),
  );

  const types = await must(['cat', '/usr/share/applications/paralelo.desktop']);
  expectThat(
    /^MimeType=application\/wasm;$/m.test(types),
    'the desktop offers it for application/wasm',
  );
  const manual = await must(['zcat', '/usr/share/man/man1/paralelo.1.gz']);
  expectThat(manual.includes('.TH PARALELO 1'), 'its manual is there');
}
