/** The three names under which everything crosses; preload knows nothing else of the contract. */
export const CHANNELS = {
  invoke: 'paralelo:invoke',
  send: 'paralelo:send',
  push: 'paralelo:push',
} as const;
