const STORAGE_KEY = 'paralelo.pageKey';

/**
 * The key that the console handed to this page behind `#`, where no server sees it. Kept for reloads
 * and further tabs: other ports of 127.0.0.1 share this one's cookies, but not its storage.
 */
export function takePageKey(): string | undefined {
  const handed = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (handed !== undefined) {
    localStorage.setItem(STORAGE_KEY, handed);
    history.replaceState(null, '', location.pathname);
  }
  return handed ?? localStorage.getItem(STORAGE_KEY) ?? undefined;
}
