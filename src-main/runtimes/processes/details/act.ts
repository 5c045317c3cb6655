import { LabError } from '../../../contract/index.js';
import type { InstanceAction } from '../../../contract/index.js';
import { startTicksOf } from '../scan/proc-files.js';
import type { Subject } from '../subject.js';

const SIGNALS = { stop: 'SIGTERM', kill: 'SIGKILL' } as const;
/** As long as `docker stop` waits. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 25;

/** Sends the signal and waits until the process is gone. Throws LabError. */
export async function act(subject: Subject, name: string, action: InstanceAction): Promise<void> {
  if (action !== 'stop' && action !== 'kill') {
    throw new LabError(
      'action-not-possible',
      `A Wasm process cannot be asked to ${action}: nobody keeps it as an engine keeps a container.`,
      'It can be stopped (SIGTERM) and killed (SIGKILL).',
    );
  }
  const who = `${name} (pid ${subject.pid})`;
  signal(subject, who, SIGNALS[action]);
  // A process that is paused (SIGSTOP) gets no signal but SIGKILL before it goes on.
  if (action === 'stop' && isThere(subject)) signal(subject, who, 'SIGCONT');
  if (await isGone(subject)) return;
  throw new LabError(
    'action-failed',
    `${who} is still there ${PATIENCE_MS / 1000} s after ${SIGNALS[action]}.`,
    action === 'stop'
      ? 'It ignores the signal or is still busy ending: wait, or kill it.'
      : 'The kernel waits for it in a device or a file system; look at its state with `ps`.',
  );
}

function isThere({ directory, startTicks }: Subject): boolean {
  return startTicksOf(directory) === startTicks;
}

/** Its pid may be another process's by now: that one is never signalled. */
function signal(subject: Subject, who: string, name: NodeJS.Signals): void {
  if (!isThere(subject)) throw gone(who);
  try {
    process.kill(subject.pid, name);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ESRCH') throw gone(who);
    throw new LabError(
      'action-failed',
      code === 'EPERM'
        ? `${who} belongs to another user: ${name} is not allowed (EPERM).`
        : `${name} could not be sent to ${who} (${code ?? String(cause)}).`,
      code === 'EPERM'
        ? 'Ask its owner, or run Paralelo as that user or as root.'
        : 'Try it again.',
      { cause },
    );
  }
}

function gone(who: string): LabError {
  return new LabError(
    'unknown-instance',
    `${who} has ended already.`,
    'Nothing is left to do: it will be off the list in a moment.',
  );
}

async function isGone(subject: Subject): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_AGAIN_MS) {
    if (!isThere(subject)) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return !isThere(subject);
}
