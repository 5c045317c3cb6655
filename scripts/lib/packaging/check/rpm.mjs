import { must } from '../must.mjs';
import { expectThat } from './index.mjs';

const WANTED = [
  '/usr/bin/paralelo',
  '/opt/paralelo/paralelo',
  '/opt/paralelo/resources/app.asar',
  '/usr/share/applications/paralelo.desktop',
  '/usr/share/mime/packages/paralelo.xml',
  '/usr/share/man/man1/paralelo.1.gz',
  '/usr/share/zsh/site-functions/_paralelo',
];

/** @param {string} path as rpm's own tools read it */
export async function checkRpm(path) {
  const files = (await must(['rpm', '-qlp', path])).trim().split('\n');
  const missing = WANTED.filter((file) => !files.includes(file));
  expectThat(
    missing.length === 0,
    'the .rpm holds the app, its command and its documents',
    missing.join(),
  );
  const scripts = await must(['rpm', '-qp', '--scripts', path]);
  expectThat(
    scripts.trim() === '',
    'the .rpm runs nothing when it is installed or removed',
    scripts,
  );
  const modes = await must([
    'rpm',
    '-qp',
    '--qf',
    '[%{FILEMODES:octal} %{FILEUSERNAME} %{FILENAMES}\n]',
    path,
  ]);
  const setuid = modes.split('\n').filter((line) => /^10[4-7]\d\d\d /.test(line));
  expectThat(
    setuid.join() === '104755 root /opt/paralelo/chrome-sandbox',
    'only the sandbox helper of the .rpm is setuid',
    setuid.join(),
  );
  await must(['rpm', '-K', '--nosignature', path]);
  expectThat(true, 'the digests of the .rpm are right');
}
