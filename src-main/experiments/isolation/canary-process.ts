import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CANARY_WORD } from '../../isolation/probes/index.js';

/** A process of the lab's own that does nothing: it may be looked at, signalled and traced. */
export interface CanaryProcess {
  pid: number;
  end(): Promise<void>;
}

/** Ends by itself when the lab is gone, however that ended: its standard input is then closed. */
const IDLE = 'process.stdin.on("end", () => process.exit()).resume(); console.log("here")';

/** Resolves when it runs. Its command line and its environment hold the canary's word. */
export async function startCanaryProcess(
  env: Readonly<Record<string, string>>,
): Promise<CanaryProcess> {
  const child = spawn(process.execPath, ['-e', IDLE, CANARY_WORD], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // In Electron its executable is Node only when told so.
    env: { ELECTRON_RUN_AS_NODE: '1', ...env },
  });
  const ended = once(child, 'exit');
  const early = ended.then(() => Promise.reject(new Error('the canary process ended at once')));
  await Promise.race([once(child.stdout, 'data'), early]);
  early.catch(() => undefined);
  if (child.pid === undefined) throw new Error('a process without a number');
  return {
    pid: child.pid,
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
