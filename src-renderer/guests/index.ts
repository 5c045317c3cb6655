import type { Client } from '../../src-main/contract/index.js';
import type { Connection } from '../transport/connection.js';
import { engineName } from './engine.js';
import { PageGuest } from './page-guest.js';

/**
 * Offers this page to the lab as a place for guests, and hosts those that it is given. Returns the
 * function that ends them and listens no more. Does nothing where there are no workers or locks.
 */
export function hostGuests(client: Client, connection: Connection): () => void {
  if (!('Worker' in window && 'locks' in navigator)) return () => undefined;
  const hostId = crypto.randomUUID();
  const guests = new Map<string, PageGuest>();
  const engine = engineName();
  const endAll = (): void => guests.forEach((guest) => guest.end());
  const offer = (): void => {
    void engine.then((name) => {
      client.send('guests.offer', { hostId, engine: name, visible: !document.hidden });
    });
  };
  document.addEventListener('visibilitychange', offer);
  const stops = [
    () => document.removeEventListener('visibilitychange', offer),
    connection.onState((state) => {
      if (state === 'connected') offer();
      // The lab has given them up.
      else if (state === 'lost') endAll();
    }),
    client.on('guests.waiting', (address) => {
      if (address.hostId !== hostId) return;
      const guest = new PageGuest(client, address);
      guests.set(address.guestId, guest);
      void guest.gone.then(() => guests.delete(address.guestId));
    }),
    client.on('guests.end', ({ guestId }) => guests.get(guestId)?.end()),
  ];
  return () => {
    for (const stop of stops) stop();
    endAll();
  };
}
