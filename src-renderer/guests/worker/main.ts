import type { FromWorker, WorkerOrder } from '../protocol.js';
import { runGuest } from './run.js';

/** The worker of one guest, which has its name: an entry of its own, with a policy of its own. */
interface Scope {
  readonly name: string;
  postMessage(message: FromWorker): void;
  close(): void;
  onmessage: ((event: MessageEvent<WorkerOrder>) => void) | null;
}
const scope = self as unknown as Scope;
const report = (message: FromWorker): void => scope.postMessage(message);

report({ event: 'stage', stage: 'load' });
const isHeld = holdLock();
scope.onmessage = ({ data }) => {
  // In a task of its own: the page of Chromium 114 crashes when a worker is terminated in the microtask of a
  // granted lock.
  const run = (): void => {
    runGuest(data, report);
    scope.close();
  };
  void isHeld.then(() => setTimeout(run));
};

/** Held as long as this worker is there: how the page learns that it is gone. */
function holdLock(): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(scope.name, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
}
