import { Dispatcher } from '../contract/index.js';

export interface LabOptions {
  /** The folder `resources/` of the checkout or of the installed app. */
  resourcesDir: string;
  /** The built guest host of the V8 runtime (`out/main/v8-host.cjs`). */
  v8HostPath: string;
  version: string;
  shell: 'desktop' | 'console';
  /** `Electron 45.4.1` or `Node 20.20.2`. */
  host: string;
  notice?: string;
  /** Opens a file dialog; absent where the shell has none. */
  pickModule?: () => Promise<string | undefined>;
}

/** The lab without any window: what every shell starts, once per process. */
export interface Lab {
  /** Where every request enters, and every push leaves. */
  readonly dispatcher: Dispatcher;
  /** Stops every live run, removes what the lab made, releases every timer and file. */
  close(): Promise<void>;
}

export function createLab(options: LabOptions): Promise<Lab> {
  const dispatcher = new Dispatcher();
  if (options.version === '') throw new TypeError('version is empty');
  return Promise.resolve({ dispatcher, close: () => Promise.resolve() });
}
