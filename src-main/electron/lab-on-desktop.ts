import type { Dispatcher } from '../contract/index.js';
import { createLab } from '../lab/lab.js';
import type { Lab } from '../lab/lab.js';
import { labOptions } from './lab-options.js';
import { followLanguage } from './language.js';
import { installMenu } from './menu/menu.js';
import { notifyOfAlerts } from './notifications.js';
import { followTheme } from './theme.js';
import { LabTray } from './tray/tray.js';

/** The lab, and what of this desktop follows it. */
export async function labOnDesktop(): Promise<Lab> {
  const lab = await createLab(labOptions());
  notifyOfAlerts(lab.dispatcher);
  void speakAndShow(lab.dispatcher);
  void followTheme(lab.dispatcher);
  return lab;
}

async function speakAndShow(dispatcher: Dispatcher): Promise<void> {
  const tray = await LabTray.follow(dispatcher);
  await followLanguage(dispatcher, (language) => {
    installMenu(language);
    tray.speak(language);
  });
}
