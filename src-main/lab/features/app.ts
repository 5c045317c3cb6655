import { readLicences } from '../licences.js';
import type { Feature } from './feature.js';

/** What the window needs to know of the app, the machine and the files of the user. */
export const appFeature: Feature = ({ options, dispatcher, host, monitor, twins }) => {
  dispatcher.handle('app.info', async () => ({
    version: options.version,
    shell: options.shell,
    host: options.host,
    notice: options.notice,
    canPickFiles: options.pickModule !== undefined,
    environment: await host.environment(),
  }));
  dispatcher.handle('app.licences', async () => ({
    licences: await readLicences(options.licencesPath),
  }));
  dispatcher.handle('twins.list', () => ({ twins: twins.list() }));
  dispatcher.handle('files.pickModule', async () => ({ path: await options.pickModule?.() }));
  dispatcher.handle('files.pickProgram', async () => ({ path: await options.pickProgram?.() }));
  dispatcher.onSend('client.visible', ({ visible }, clientId) => {
    host.seenBy(clientId, visible);
    monitor.seenBy(clientId, visible);
  });
  dispatcher.onLeave((clientId) => host.seenBy(clientId, false));
};
