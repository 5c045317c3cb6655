/** Cmd is the key of commands there, Ctrl everywhere else. */
export const isMac = (): boolean => /^Mac/.test(navigator.platform);

/** What the system's own text fields do with Ctrl: never taken from somebody who types. */
const EDITING = new Set(['A', 'C', 'V', 'X', 'Y', 'Z']);

interface Chord {
  mod: boolean;
  shift: boolean;
  key: string;
}

/** Of `Mod+Shift+F`; the plus sign itself is no key of ours. */
function chordOf(text: string): Chord {
  const parts = text.split('+');
  const key = parts[parts.length - 1] ?? '';
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), key };
}

/** Whether `event` is the press of `text` (`Mod+K`, `?`, `Escape`). */
export function isChord(event: KeyboardEvent, text: string): boolean {
  const { mod, shift, key } = chordOf(text);
  const command = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || command !== mod) return false;
  // A sign is reached with Shift on some keyboards and without it on others.
  if (/^[A-Z]$/.test(key) || mod) {
    return event.shiftKey === shift && signOf(event, shift) === key;
  }
  return event.key === key;
}

/** With Shift the key of `.` says `>`: what is printed on it is in its code. */
function signOf(event: KeyboardEvent, shift: boolean): string {
  if (shift && event.code === 'Period') return '.';
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

/** `G L`: two presses, one after the other. */
export function isSequence(text: string): boolean {
  return /^\S+ \S+$/.test(text);
}

/** One sign without Ctrl or Cmd: who speaks to the computer or types with a tremor may want it off. */
export function isSingle(text: string): boolean {
  return isSequence(text) || /^[^A-Za-z]$/.test(text);
}

/** Whether it is heard while somebody types. */
export function isHeardWhileTyping(text: string): boolean {
  const { mod, key } = chordOf(text);
  return key === 'Escape' || (mod && !EDITING.has(key));
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  const isButton = '[type=checkbox], [type=radio], [type=button], [type=submit], [type=range]';
  return target.matches('input') && !target.matches(isButton);
}

const SIGNS = { ArrowLeft: '←', ArrowRight: '→', Plus: '+', Escape: 'Esc' };
const MAC: Record<string, string> = { ...SIGNS, Mod: '⌘', Shift: '⇧', Enter: '↩' };
const ELSEWHERE: Record<string, string> = { ...SIGNS, Mod: 'Ctrl' };

/** The caps to show: `Ctrl`, `K`. */
export function capsOf(text: string): string[] {
  const names = isMac() ? MAC : ELSEWHERE;
  return text.split(/[+ ]/).map((part) => names[part] ?? part);
}

/** As ARIA has it, of those that are one press. */
export function ariaKeys(keys: readonly string[]): string | undefined {
  const pressed = keys.filter((key) => !isSequence(key));
  const mod = isMac() ? 'Meta' : 'Control';
  return pressed.map((key) => key.replace('Mod', mod)).join(' ') || undefined;
}
