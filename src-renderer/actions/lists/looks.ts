import { LANGUAGE_CHOICES, THEMES } from '../../../src-main/contract/index.js';
import type { LanguageChoice, Theme } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import type { PreferencesState } from '../../state/preferences.svelte.js';
import type { Action } from '../action.js';

const THEME_TITLES: Record<Theme, Words> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};
// Each language in itself, so that whoever cannot read the other finds it.
const LANGUAGE_TITLES: Record<Exclude<LanguageChoice, 'system'>, string> = {
  en: 'Language: English',
  'pt-BR': 'Idioma: português (Brasil)',
};

export function looksActions(preferences: PreferencesState, isConnected: boolean): Action[] {
  return [
    ...THEMES.map((theme): Action => ({
      id: `theme.${theme}`,
      section: 'looks',
      title: t(THEME_TITLES[theme]),
      applies: isConnected,
      run: () => void preferences.change({ theme }),
    })),
    ...LANGUAGE_CHOICES.map((language): Action => ({
      id: `language.${language}`,
      section: 'looks',
      title: language === 'system' ? t('Language: as the system') : LANGUAGE_TITLES[language],
      applies: isConnected,
      run: () => void preferences.change({ language }),
    })),
  ];
}
