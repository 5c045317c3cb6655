/**
 * What the lab and the guest host say to each other over file descriptor 3: one JSON value a line,
 * first the request, then events. Types only, so that the host stays one small file.
 * Times are milliseconds of CLOCK_MONOTONIC, which both sides share.
 */
export interface HostRequest {
  modulePath: string;
  /** The guest's argv, its own name first. */
  args: string[];
  env: Record<string, string>;
  /** Guest path to host path. */
  preopens: Record<string, string>;
  /** Guest paths among the preopens that the guest may not change. */
  readOnly: string[];
  /** Count the calls of each import. It costs a little at each, so only when asked for. */
  traceCalls?: boolean;
  /** For measuring a warm host: so many runs of the module compiled once. */
  rounds?: number;
  /** Instances of the module compiled once, each kept: one for every further line of the channel. */
  holdsMany?: boolean;
}

export type HostStage = 'load' | 'compile' | 'instantiate' | 'main';

export type HostEvent =
  | { event: 'stage'; stage: HostStage; atMs: number }
  /** Size of the linear memory in bytes: after instantiation, and when a WASI call sees it changed. */
  | { event: 'memory'; bytes: number }
  /** How often each import was called so far, if that was asked for. */
  | { event: 'calls'; counts: Record<string, number> }
  | { event: 'round'; instantiateMs: number; runMs: number }
  /** One more instance is there: its program has returned, and its memory is kept. */
  | { event: 'held'; code: number; memoryBytes: number }
  | { event: 'not-held'; message: string }
  | HostEnd;

export type HostEnd =
  | {
      event: 'exited';
      atMs: number;
      /** 32 bits, as the guest gave it. */
      code: number;
      memoryBytes: number;
      firstCallMs?: number;
    }
  | {
      /** Something was thrown; `stage` says where, `error` is its class name. */
      event: 'threw';
      atMs: number;
      stage: HostStage;
      error: string;
      message: string;
      memoryBytes?: number;
    };
