import { LabError } from '../../contract/index.js';
import type { Dispatcher, Warning } from '../../contract/index.js';
import type { GuestPageOpener, OpenedPage } from '../../runtimes/browser/opener.js';
import { serve } from '../server/serve.js';
import { findBrowser, findBrowserPath } from './find-browser.js';
import { startHeadless } from './headless.js';

const NO_SANDBOX: Warning = {
  code: 'browser-sandbox-off',
  message: "The browser ran without its own sandbox (--no-sandbox): it has none for root's pages.",
  hint: 'Run Paralelo as a normal user to keep the sandbox around the guest.',
};

/** A page for guests of a command: the lab's own local server, and a browser of this machine without a window. */
export function guestPageOpener(rendererDir: string): GuestPageOpener {
  return { find: findBrowser, open: (dispatcher) => open(dispatcher, rendererDir) };
}

async function open(dispatcher: Dispatcher, rendererDir: string): Promise<OpenedPage> {
  const path = findBrowserPath();
  if (path === undefined) throw noBrowser();
  const isRoot = process.getuid?.() === 0;
  const server = await serve({ dispatcher, rendererDir });
  try {
    const flags = isRoot ? ['--no-sandbox'] : [];
    const browser = await startHeadless(path, `${server.url}&page=guests`, flags);
    return {
      warnings: isRoot ? [NO_SANDBOX] : [],
      sandboxed: !isRoot,
      ended: browser.ended,
      close: async () => {
        await browser.close();
        await server.close();
      },
    };
  } catch (thrown) {
    await server.close();
    throw thrown;
  }
}

function noBrowser(): LabError {
  return new LabError(
    'runtime-not-here',
    'No Chromium or Chrome was found to host the guest.',
    'Install Chromium, or name one in PARALELO_CHROMIUM.',
  );
}
