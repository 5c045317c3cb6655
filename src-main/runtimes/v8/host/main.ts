import { readFileSync } from 'node:fs';
import { CallTrace } from './call-trace.js';
import { openControl } from './control.js';
import { instantiate } from './guest.js';
import type { Guest } from './guest.js';
import { holdMany } from './many.js';
import type { HostEnd, HostStage } from './protocol.js';
import { runRounds } from './rounds.js';

/**
 * The guest host: a process of its own for one guest, which the lab starts and may kill at any time.
 * It does what a plain `node` script with node:wasi would do, and says when it did it.
 */
const TRAPPED_EXIT_CODE = 134;
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const enteredMs = nowMs();

function main(): number {
  const { request, report, waitForLine } = openControl(process.argv[2]);
  let stage: HostStage = 'load';
  let guest: Guest | undefined;
  const trace =
    request.traceCalls === true
      ? new CallTrace(nowMs, (counts) => report({ event: 'calls', counts }))
      : undefined;
  const enter = (next: HostStage, atMs: number): void => {
    stage = next;
    report({ event: 'stage', stage, atMs });
  };
  try {
    enter('load', enteredMs);
    const bytes = readFileSync(request.modulePath);
    enter('compile', nowMs());
    const module = new WebAssembly.Module(bytes);
    if (request.rounds !== undefined) return runRounds(module, request, nowMs, report);
    if (request.holdsMany === true)
      return holdMany(module, request, { nowMs, report, waitForLine });
    enter('instantiate', nowMs());
    const onMemory = (bytes: number): void => report({ event: 'memory', bytes });
    guest = instantiate(module, request, nowMs, onMemory, trace);
    report({ event: 'memory', bytes: guest.memoryBytes() });
    enter('main', nowMs());
    const code = guest.run();
    trace?.flush();
    report(exited(code, guest));
    return code & 0xff;
  } catch (thrown) {
    trace?.flush();
    report(threw(thrown, stage, guest));
    return TRAPPED_EXIT_CODE;
  }
}

function exited(code: number, guest: Guest): HostEnd {
  const firstCallMs = guest.firstCallMs();
  return {
    event: 'exited',
    atMs: nowMs(),
    code: code >>> 0,
    memoryBytes: guest.memoryBytes(),
    ...(firstCallMs === undefined ? {} : { firstCallMs }),
  };
}

function threw(thrown: unknown, stage: HostStage, guest: Guest | undefined): HostEnd {
  const isError = thrown instanceof Error;
  return {
    event: 'threw',
    atMs: nowMs(),
    stage,
    error: isError ? thrown.name : typeof thrown,
    message: isError ? thrown.message : String(thrown),
    ...(guest === undefined ? {} : { memoryBytes: guest.memoryBytes() }),
  };
}

process.exit(main());
