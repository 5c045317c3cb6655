import type { InstanceEvent } from '../../contract/index.js';
import type { FoundInstance } from '../../runtimes/instances.js';
import type { Monitor } from '../monitor/monitor.js';
import type { Feature } from './feature.js';

/** What runs on this machine, whoever started it, and what can be done with it. */
export const instancesFeature: Feature = ({ dispatcher, host, monitor, logs }) => {
  const isLookedAt = (): boolean => monitor.isLookedAt;
  dispatcher.handle('instances.watch', (request, clientId) => {
    const before = isLookedAt();
    const listing = monitor.watch(clientId, request);
    if (!before && isLookedAt()) host.attend();
    return listing;
  });
  dispatcher.handle('instances.unwatch', (_, clientId) => {
    monitor.unwatch(clientId);
    return {};
  });
  dispatcher.onLeave((clientId) => {
    monitor.leave(clientId);
    logs.leave(clientId);
  });
  dispatcher.handle('instances.history', ({ id }) => ({ samples: monitor.history(id) }));
  dispatcher.handle('instances.details', async ({ id }) => {
    const found = monitor.find(id);
    const [isolation, configuration, events] = await Promise.all([
      found.isolation(),
      found.configuration(),
      allEvents(found, monitor),
    ]);
    return { isolation, configuration, events };
  });
  dispatcher.handle('instances.processes', async ({ id }) => ({
    processes: await monitor.find(id).processes(),
  }));
  dispatcher.handle('instances.act', async ({ id, action }) => {
    await monitor.find(id).act(action);
    return {};
  });
  dispatcher.handle('instances.asRun', ({ id }) => monitor.find(id).asRun());
  dispatcher.handle('instances.openLogs', ({ id, tail }, clientId) => ({
    logId: logs.open(clientId, monitor.find(id), tail),
  }));
  dispatcher.handle('instances.closeLogs', ({ logId }) => {
    logs.close(logId);
    return {};
  });
};

/** Those its engine still knows, then what was seen since: each once, in the order of time. */
async function allEvents(found: FoundInstance, monitor: Monitor): Promise<InstanceEvent[]> {
  // An engine that has forgotten them does not take away what was seen here.
  const past = await found.pastEvents().catch(() => []);
  const events = new Map<string, InstanceEvent>();
  for (const event of [...past, ...monitor.events(found.view.id)]) {
    events.set(`${event.atIso} ${event.action}`, event);
  }
  return [...events.values()].sort((a, b) => (a.atIso < b.atIso ? -1 : a.atIso > b.atIso ? 1 : 0));
}
