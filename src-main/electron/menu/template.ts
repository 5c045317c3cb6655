import type { MenuItemConstructorOptions } from 'electron';
import { WINDOW_ACTIONS } from '../../contract/index.js';
import type { WindowActionId } from '../../contract/index.js';
import type { MenuWords } from './words.js';

export interface MenuWays {
  /** A window without reload and developer tools. */
  isDev: boolean;
  isMac: boolean;
  openWindow: () => void;
  openGuide: () => void;
  /** In the window that has the focus. */
  act: (id: WindowActionId) => void;
}

type Item = MenuItemConstructorOptions;
type ItemOf = (id: WindowActionId, label: string) => Item;

export function menuTemplate(words: MenuWords, ways: MenuWays): Item[] {
  const item: ItemOf = (id, label) => ({
    ...{ id, label, click: () => ways.act(id) },
    ...acceleratorOf(id),
  });
  return [
    ...(ways.isMac ? [{ role: 'appMenu' } as const] : []),
    { label: words.file, submenu: fileItems(words, ways, item) },
    { label: words.edit, submenu: editItems(words, item) },
    { label: words.view, submenu: viewItems(words, ways, item) },
    {
      label: words.lab,
      submenu: [
        item('lab.run', words.run),
        item('lab.stop', words.stop),
        item('lab.stopAll', words.stopAll),
      ],
    },
    {
      role: 'help',
      label: words.help,
      submenu: [
        { label: words.guide, click: () => ways.openGuide() },
        item('help.shortcuts', words.shortcuts),
        { type: 'separator' },
        item('help.about', words.about),
      ],
    },
  ];
}

function fileItems(words: MenuWords, { openWindow }: MenuWays, item: ItemOf): Item[] {
  return [
    { label: words.newWindow, accelerator: 'CmdOrCtrl+N', click: () => openWindow() },
    { type: 'separator' },
    item('lab.openModule', words.openModule),
    item('history.import', words.importBundle),
    { type: 'separator' },
    item('go.settings', words.settings),
    { type: 'separator' },
    { role: 'close', label: words.closeWindow },
    { role: 'quit', label: words.quit },
  ];
}

function editItems(words: MenuWords, item: ItemOf): Item[] {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
    { type: 'separator' },
    item('history.search', words.searchHistory),
  ];
}

function viewItems(words: MenuWords, { isDev }: MenuWays, item: ItemOf): Item[] {
  const tools: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }];
  return [
    ...(isDev ? tools : []),
    item('help.palette', words.commands),
    { type: 'separator' },
    item('go.lab', words.lab),
    item('go.instances', words.instances),
    item('go.isolation', words.isolation),
    item('go.experiments', words.experiments),
    item('go.history', words.history),
    item('go.claims', words.claims),
    item('go.runtimes', words.runtimes),
    { type: 'separator' },
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
}

/** Only shown: the page hears the key itself, and would be asked twice. */
function acceleratorOf(id: WindowActionId): Item {
  const key = WINDOW_ACTIONS[id].find((keys) => keys.startsWith('Mod+'));
  if (key === undefined) return {};
  return { accelerator: key.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false };
}
