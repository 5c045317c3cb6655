import { openClient } from './client.js';
import { hostGuests } from './guests/index.js';
import { connectTransport } from './transport/index.js';

/** A page that only hosts guests: what the command line opens, so that nothing is drawn beside them. */
const connection = connectTransport();
hostGuests(openClient(connection), connection);
