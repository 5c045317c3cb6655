import type { Dispatcher, Warning } from '../../contract/index.js';

/** What a shell without a page of its own gives to the lab, so that a guest can have one. */
export interface GuestPageOpener {
  /** Looks for a browser. `why` and `hint` say what is missing. Never throws. */
  find(): Promise<FoundBrowser | { why: string; hint: string }>;
  /** Opens a page, which then offers itself. Throws LabError `host-failed`. */
  open(dispatcher: Dispatcher): Promise<OpenedPage>;
}

export interface FoundBrowser {
  path: string;
  /** `Chromium 156.0.7390.54`. */
  version?: string;
}

export interface OpenedPage {
  /** Doubts about this browser, for each record. */
  warnings: readonly Warning[];
  /** Whether its pages run in processes that the browser's own sandbox holds. */
  sandboxed: boolean;
  /** Resolves when the browser has ended by itself, with what it said last. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}
