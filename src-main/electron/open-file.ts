import { resolve } from 'node:path';
import type { App } from 'electron';

/**
 * The module that a command line names, as a desktop writes it for "Open with": an absolute path, or undefined. What
 * is there is the lab's to find out.
 */
export function moduleIn(argv: readonly string[], workingDirectory: string): string | undefined {
  // The first is the program; in a checkout the second is the app.
  const named = argv.slice(1).find((arg) => !arg.startsWith('-') && arg.endsWith('.wasm'));
  return named === undefined ? undefined : resolve(workingDirectory, named);
}

/** Where the window takes it up: the Lab, with this module as its program. */
export function roomFor(modulePath: string | undefined): string {
  return modulePath === undefined ? '' : `#lab?module=${encodeURIComponent(modulePath)}`;
}

interface Ways {
  /** A module gets a window of its own: what stands in the form of another one is not taken away. */
  open: (room: string) => void;
  /** A window that is there comes to the front. */
  show: () => void;
}

/** What a desktop hands to the app later: a second launch, with a module or none, and on macOS an event. */
export function onLaunchAgain(app: App, { open, show }: Ways): void {
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const module = moduleIn(argv, workingDirectory);
    if (module === undefined) show();
    else open(roomFor(module));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => open(roomFor(path)));
  });
}
