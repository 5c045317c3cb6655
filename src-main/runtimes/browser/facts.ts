import type { IsolationFact } from '../../contract/index.js';

/** What is particular to a guest in a page; `sandboxed` only where the lab knows it. */
export function browserFacts(sandboxed: boolean | undefined): IsolationFact[] {
  const worker: IsolationFact = {
    id: 'own-worker',
    label: 'worker of its own',
    detail:
      "The guest has a worker (a thread) of its own in the page's process. It shares that process with the page and with other guests, not with the lab.",
    tone: 'neutral',
    basis: 'declared',
  };
  return sandboxed === undefined ? [worker] : [worker, sandboxFact(sandboxed)];
}

function sandboxFact(sandboxed: boolean): IsolationFact {
  const common = { id: 'page-sandbox', basis: 'declared' } as const;
  return sandboxed
    ? {
        ...common,
        label: "browser's sandbox",
        detail:
          "The page's process runs in the browser's sandbox: no files, no network, few system calls.",
        tone: 'strong',
      }
    : {
        ...common,
        label: "no browser's sandbox",
        detail:
          'The browser was started without its sandbox (--no-sandbox), which it demands for root: a guest that breaks out of the engine can do what this user can.',
        tone: 'loose',
      };
}
