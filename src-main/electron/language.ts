import { app } from 'electron';
import { Client, dispatcherTransport, systemLanguage } from '../contract/index.js';
import type { Dispatcher, Language, LanguageChoice } from '../contract/index.js';

/** Calls back with the language of the settings whenever it changes, and now. */
export async function followLanguage(
  dispatcher: Dispatcher,
  speak: (language: Language) => void,
): Promise<void> {
  let spoken = desktopLanguage();
  const hear = (choice: LanguageChoice): void => {
    const next = choice === 'system' ? desktopLanguage() : choice;
    if (next !== spoken) speak(next);
    spoken = next;
  };
  const client = new Client(dispatcherTransport(dispatcher));
  client.on('settings.changed', ({ settings }) => hear(settings.language));
  hear((await client.request('settings.get', {})).settings.language);
}

export function desktopLanguage(): Language {
  return systemLanguage(app.getPreferredSystemLanguages());
}
