import type { App } from 'electron';
import type { Lab } from '../lab/lab.js';

/** How long the end of the app waits for runs to stop and containers to go. The rest is done at the next start. */
const LONGEST_CLOSE_MS = 5000;

/** However the app ends - last window, menu, SIGTERM - the lab is closed first, once. */
export function closeLabOnQuit(app: App, ready: Promise<Lab>): void {
  let isClosing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    // Somebody who starts Paralelo now gets a process of its own instead of this one's last breath.
    app.releaseSingleInstanceLock();
    const closed = ready.then((lab) => lab.close());
    void Promise.race([closed, afterMs(LONGEST_CLOSE_MS)])
      .catch((error: unknown) => console.error(`The lab did not close: ${String(error)}`))
      .finally(() => app.exit(0));
  });
}

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
