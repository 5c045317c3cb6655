import type { Feature } from './feature.js';

/** How the machine is watched, and what the user was told. */
export const monitorFeature: Feature = ({ dispatcher, monitor, settings }) => {
  dispatcher.handle('monitor.configure', async (wanted) => {
    await settings.setMonitor(wanted);
    monitor.applySettings();
    dispatcher.push('settings.changed', settings.view());
    return settings.view();
  });
  dispatcher.handle('monitor.alerts', () => ({ alerts: monitor.alerts() }));
};
