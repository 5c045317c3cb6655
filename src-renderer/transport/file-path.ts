declare global {
  interface Window {
    /** What preload exposes; absent in a browser. */
    paraleloFiles?: { pathOf: (file: File) => string };
  }
}

/** Where a file that somebody dropped lies; undefined in a browser, which tells no page. */
export function pathOfFile(file: File): string | undefined {
  // Electron before 32 has it in the file itself.
  const own = 'path' in file ? file.path : undefined;
  const path = typeof own === 'string' ? own : window.paraleloFiles?.pathOf(file);
  return path === '' ? undefined : path;
}
