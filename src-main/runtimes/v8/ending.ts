import type { ErrorCode } from '../../contract/index.js';
import type { ProcessEnd } from '../module/guest-process.js';
import type { Ending } from '../runtime.js';
import type { HostEnd } from './host/protocol.js';
import { describeTrap } from '../module/traps.js';

type Threw = Extract<HostEnd, { event: 'threw' }>;

/** Joins what the host reported (nothing, when it was killed or crashed) with how its process ended. */
export function describeEnding(
  reported: HostEnd | undefined,
  end: ProcessEnd,
  errorText: string,
): Ending {
  if (reported?.event === 'exited') return exited(reported.code, end);
  if (reported !== undefined) return threw(reported, end.atMs);
  if (end.signal !== null) return signalled(end.signal, end.atMs);
  const said = errorText.trim().split('\n').slice(0, 6).join('\n');
  return failed(
    end.atMs,
    'host-failed',
    `The guest host ended with ${String(end.code)} before the guest did. ${said}`.trim(),
    'Build Paralelo again (`npm run build`); if it repeats, report it with this message.',
  );
}

/** A process has 8 bits for its exit code, in a container too; WASI has 32. */
function exited(wasiCode: number, { atMs }: ProcessEnd): Ending {
  const code = wasiCode & 0xff;
  const cut = code === wasiCode ? '' : ` (${wasiCode} in WASI's 32 bits)`;
  return { kind: 'exited', code, reason: `The guest exited with ${code}${cut}.`, atMs };
}

function threw(thrown: Threw, atMs: number): Ending {
  const { error, message, stage } = thrown;
  if (isTrap(error, message)) return { kind: 'trapped', reason: describeTrap(message, 'V8'), atMs };
  const [code, hint] = causeOf(thrown);
  return failed(atMs, code, `The guest failed in the phase ${stage}: ${message}`, hint);
}

function causeOf({ error, message, stage }: Threw): [ErrorCode, string] {
  if (error === 'CompileError') {
    return [
      'not-a-module',
      'V8 refuses the module: build it again, without experimental features.',
    ];
  }
  if (error === 'LinkError') {
    return ['missing-import', 'Build the program for WASI preview 1 with a current toolchain.'];
  }
  if (stage === 'load' || /ENOENT|EACCES/.test(message)) {
    return ['file-not-found', 'The module or a granted directory is gone: run it again.'];
  }
  if (/Out of memory|could not allocate memory/i.test(message)) {
    return ['host-failed', 'The machine has not enough memory or address space for the guest.'];
  }
  return ['host-failed', 'Run it again; if it repeats, report it with this message.'];
}

function signalled(signal: string, atMs: number): Ending {
  const reason =
    signal === 'SIGKILL'
      ? 'The process that hosts the guest was killed (SIGKILL).'
      : `The process that hosts the guest was ended by ${signal}: it crashed, or somebody signalled it.`;
  return { kind: 'signalled', signal, reason, atMs };
}

function failed(atMs: number, errorCode: ErrorCode, reason: string, hint: string): Ending {
  return { kind: 'failed-to-start', errorCode, reason, hint, atMs };
}

function isTrap(error: string, message: string): boolean {
  return (
    error === 'RuntimeError' ||
    (error === 'RangeError' && /call stack/.test(message)) ||
    /WebAssembly\.Exception/.test(message)
  );
}
