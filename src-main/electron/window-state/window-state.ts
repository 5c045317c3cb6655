import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, app, screen } from 'electron';
import { keptWindowOf, placementOf } from './placement.js';
import type { KeptWindow, Placement } from './placement.js';

/** Belongs to this computer's screens, so not to the settings that one may copy elsewhere. */
const fileOf = (): string => join(app.getPath('userData'), 'window.json');

/** Where the next window goes. */
export function nextPlacement(): Placement {
  const main = screen.getPrimaryDisplay();
  const rest = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return placementOf(
    read(),
    [main, ...rest].map(({ workArea }) => workArea),
    BrowserWindow.getAllWindows().map((window) => window.getBounds()),
  );
}

/** The last one that is closed says where the next one opens. */
export function keepPlacement(window: BrowserWindow): void {
  window.on('close', () =>
    write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
}

function read(): KeptWindow | undefined {
  try {
    return keptWindowOf(readFileSync(fileOf(), 'utf8'));
  } catch {
    return undefined;
  }
}

function write(kept: KeptWindow): void {
  try {
    writeFileSync(fileOf(), `${JSON.stringify(kept)}\n`);
  } catch (error) {
    console.error(`The place of the window is not kept: ${String(error)}`);
  }
}
