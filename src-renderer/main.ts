import { openWindow } from './open.js';
import { connectTransport } from './transport/index.js';

void openWindow(connectTransport());
