import type { Transport } from './api.js';
import type { Dispatcher } from './dispatcher.js';

/** A client in the lab's own process: the command line, and tests that join both ends. */
export function dispatcherTransport(dispatcher: Dispatcher): Transport {
  return {
    invoke: (name, params) => dispatcher.invoke(name, params, 'direct'),
    send: (name, params) => dispatcher.send(name, params, 'direct'),
    onPush: (listener) => dispatcher.onPush(listener),
  };
}
