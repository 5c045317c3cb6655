import { Menu } from 'electron';
import type { Language } from '../../contract/index.js';
import { openGuide } from '../guide.js';
import { isDev } from '../page.js';
import { actInWindow } from '../shown-window.js';
import { openWindow } from '../windows.js';
import { menuTemplate } from './template.js';
import { MENU_WORDS } from './words.js';

export function installMenu(language: Language): void {
  const template = menuTemplate(MENU_WORDS[language], {
    isDev,
    isMac: process.platform === 'darwin',
    openWindow: () => openWindow(),
    openGuide: () => void openGuide(),
    act: (id) => void actInWindow(id),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
