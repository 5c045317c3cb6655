import type { Feature } from './feature.js';

/** Pages that host guests of the runtime `browser`: each is heard only about guests of its own. */
export const guestsFeature: Feature = ({ dispatcher, guests: { pages } }) => {
  dispatcher.onSend('guests.offer', (offer, clientId) => pages.offer(clientId, offer));
  dispatcher.onLeave((clientId) => pages.leave(clientId));
  dispatcher.handle('guests.take', (address, clientId) => pages.take(clientId, address));
  dispatcher.handle('guests.output', ({ hostId, guestId, chunks }, clientId) => {
    pages.output(clientId, { hostId, guestId }, chunks);
    return {};
  });
  dispatcher.onSend('guests.event', ({ hostId, guestId, event }, clientId) => {
    pages.event(clientId, { hostId, guestId }, event);
  });
};
