/** Which event ends each phase of a container, so that a reader knows what the number includes. */
export const BOUNDS = {
  create: 'The engine answered POST /containers/create.',
  start:
    'Output attached, then the first of: the engine answered POST /containers/ID/start, first output, exit.',
  main: 'The end of the process as the engine recorded it (State.FinishedAt), or the exit reported.',
  exit: 'The engine answered POST /containers/ID/wait: the process was gone and cleaned up after.',
};
