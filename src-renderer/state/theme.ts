import { THEMES } from '../../src-main/contract/index.js';
import type { Theme } from '../../src-main/contract/index.js';
import { keep, readKept } from './kept.js';

const DARK = '(prefers-color-scheme: dark)';

/** What was chosen last, until the settings are known. */
export function keptTheme(): Theme {
  const kept = readKept('theme');
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Style sheets know only this attribute; public/theme.js sets it before the first paint. */
export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(DARK).matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** For this window, and before its first paint for the next one. */
export function chooseTheme(theme: Theme): void {
  if (theme !== keptTheme()) keep('theme', theme);
  applyTheme(theme);
}

/** Goes along when the system turns light or dark. Returns the function that stops. */
export function followSystem(): () => void {
  const dark = matchMedia(DARK);
  const onChange = (): void => applyTheme(keptTheme());
  dark.addEventListener('change', onChange);
  onChange();
  return () => dark.removeEventListener('change', onChange);
}
