import type { Client, Instance, InstanceOrigin } from '../../contract/index.js';
import { Watched } from '../ps/watched.js';

/** A busy engine takes its time; after this, what is there by then is all that is known. */
const PATIENCE_MS = 10_000;

export interface Listed {
  instances: Instance[];
  /** Places that have not told everything. */
  unlisted: InstanceOrigin[];
}

/**
 * Everything that is on this machine, stopped containers too, once every place has listed what it has. The lab goes on
 * watching: what is found here can be asked for.
 */
export async function listed(client: Client): Promise<Listed> {
  let done: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (done = resolve));
  const look = (): void => {
    if (watched.unlisted().every(({ problem }) => problem !== undefined)) done();
  };
  const watched: Watched = new Watched(client, { all: true, filters: {} }, { origins: look });
  await watched.start(false);
  const timer = setTimeout(done, PATIENCE_MS);
  look();
  await ended;
  clearTimeout(timer);
  watched.stop();
  return {
    instances: watched.rows().map(({ instance }) => instance),
    unlisted: watched.unlisted(),
  };
}
