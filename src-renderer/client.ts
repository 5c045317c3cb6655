import { Client } from '../src-main/contract/index.js';
import type { Connection } from './transport/connection.js';

/** The one way to the lab for everything in this window. */
export function openClient(connection: Connection): Client {
  return new Client(connection.transport);
}
