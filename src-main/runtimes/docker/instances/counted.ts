import type { Engine } from '../engine/engine.js';

/** The same engine; `count` is called for each thing that is asked of it. */
export function counted(engine: Engine, count: () => void): Engine {
  const { client } = engine;
  return {
    ...engine,
    client: {
      json: (request) => {
        count();
        return client.json(request);
      },
      stream: (request) => {
        count();
        return client.stream(request);
      },
      hijack: (request) => {
        count();
        return client.hijack(request);
      },
      close: () => client.close(),
    },
  };
}
