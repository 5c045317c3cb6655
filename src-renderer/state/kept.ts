/** How somebody likes a view, kept by the browser for the next time. Without a store it is forgotten, no more. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`paralelo.${name}`) ?? 'null');
  } catch {
    return null;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`paralelo.${name}`, JSON.stringify(value));
  } catch {
    // Full, or refused by the browser's settings.
  }
}
