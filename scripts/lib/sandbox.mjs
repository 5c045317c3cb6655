import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './debian.mjs';
import { capture } from './processes.mjs';

const SETUID = 0o4000;

/**
 * Chromium's sandbox needs user namespaces or its setuid helper; root may use neither.
 * @param {import('./electron.mjs').Electron} electron
 * @returns {Promise<'works' | 'root' | { why: string, hint: string }>}
 */
export async function sandboxHere({ distDir }) {
  if (process.platform !== 'linux') return 'works';
  if (isRoot()) return 'root';
  const helper = join(distDir, 'chrome-sandbox');
  const stat = statSync(helper, { throwIfNoEntry: false });
  if (stat?.uid === 0 && (stat.mode & SETUID) !== 0) return 'works';
  const { code } = await capture(['unshare', '--user', '--map-root-user', 'true']);
  if (code === 0) return 'works';
  return {
    why: "This system does not let you make user namespaces, which Electron's sandbox is made of.",
    hint: `let its helper do it: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  };
}
