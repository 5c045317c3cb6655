import { Menu, Tray, nativeImage } from 'electron';
import { Client, dispatcherTransport } from '../../contract/index.js';
import type { Dispatcher, HostSample, Language } from '../../contract/index.js';
import { desktopLanguage } from '../language.js';
import { MENU_WORDS } from '../menu/words.js';
import { ICON_PATH } from '../paths.js';
import { showWindow } from '../shown-window.js';
import { loadLines, trayItems } from './tray-items.js';

const ICON_PX = 22;
/** A menu that is open is closed by a new one on some desktops. */
const RENEWED_EVERY_MS = 5000;

/** The icon beside the clock, while the settings want one. A desktop without a place for it shows none. */
export class LabTray {
  #tray: Tray | undefined;
  #language = desktopLanguage();
  #host: HostSample | undefined;
  #renewedAtMs = -Infinity;
  readonly #client: Client;

  private constructor(dispatcher: Dispatcher) {
    this.#client = new Client(dispatcherTransport(dispatcher));
  }

  static async follow(dispatcher: Dispatcher): Promise<LabTray> {
    const tray = new LabTray(dispatcher);
    tray.#client.on('settings.changed', ({ settings }) => tray.#obey(settings.tray));
    tray.#client.on('host.sample', (host) => tray.#load(host));
    tray.#obey((await tray.#client.request('settings.get', {})).settings.tray);
    return tray;
  }

  speak(language: Language): void {
    this.#language = language;
    this.#renew();
  }

  #obey(isWanted: boolean): void {
    if (!isWanted) {
      this.#tray?.destroy();
      this.#tray = undefined;
    } else if (this.#tray === undefined) {
      this.#tray = newTray();
      this.#renew();
    }
  }

  #load(host: HostSample): void {
    const isOther = host.liveRuns !== this.#host?.liveRuns;
    this.#host = host;
    if (isOther || performance.now() - this.#renewedAtMs > RENEWED_EVERY_MS) this.#renew();
  }

  #renew(): void {
    if (this.#tray === undefined) return;
    this.#renewedAtMs = performance.now();
    const words = MENU_WORDS[this.#language];
    this.#tray.setToolTip(['Paralelo', ...loadLines(words, this.#host)].join('\n'));
    const items = trayItems(words, this.#host, {
      show: () => void showWindow(),
      stopAll: () => void this.#stopAll(),
    });
    this.#tray.setContextMenu(Menu.buildFromTemplate(items));
  }

  async #stopAll(): Promise<void> {
    try {
      await this.#client.request('comparisons.stopAll', {});
    } catch (error) {
      console.error(`The runs could not be stopped: ${String(error)}`);
    }
  }
}

function newTray(): Tray | undefined {
  try {
    const size = { width: ICON_PX, height: ICON_PX };
    const tray = new Tray(nativeImage.createFromPath(ICON_PATH).resize(size));
    tray.on('click', () => void showWindow());
    return tray;
  } catch (error) {
    console.error(`This desktop has no place for an icon: ${String(error)}`);
    return undefined;
  }
}
