import type { Workload } from '../../contract/index.js';
import { findModule } from '../module/module-file.js';
import type { TwinFiles } from '../runtime.js';
import { onHostEvents } from './events.js';
import type { HostEvent } from './host/protocol.js';
import { v8RuntimeInfo } from './info.js';
import { findHostProgram } from './program.js';
import type { V8RuntimeOptions } from './runtime.js';
import { spawnHost } from './spawn-host.js';
import type { HostProcess } from './spawn-host.js';

/** One process with many instances of one module, kept for as long as it lives. */
export interface SharedHost {
  readonly pid: number;
  /** One more. Resolves once its program has run and its memory is kept; rejects with why there is none. */
  add(): Promise<void>;
  /** Resolves with why when the process has ended, by itself or not. */
  readonly ended: Promise<string>;
  /** Ends it and all its instances at once; resolves when it is gone. */
  close(): Promise<void>;
}

/**
 * Throws LabError for what is no module, and when there is no process to be had. Not for guests that do not trust
 * each other: they share a process.
 */
export async function openSharedHost(
  options: V8RuntimeOptions,
  workload: Workload,
  twins: TwinFiles,
): Promise<SharedHost> {
  const program = findHostProgram(options.execPath);
  const file = await findModule(workload, twins, v8RuntimeInfo(program, true));
  const host = await spawnHost({
    program,
    hostPath: options.hostPath,
    flags: [],
    request: {
      modulePath: file.path,
      args: [file.name, ...workload.args],
      env: {},
      preopens: {},
      readOnly: [],
      holdsMany: true,
    },
  });
  return new ManyInOne(host);
}

class ManyInOne implements SharedHost {
  readonly pid: number;
  readonly ended: Promise<string>;
  #told: (event: HostEvent) => void = () => undefined;

  constructor(private readonly host: HostProcess) {
    this.pid = host.pid;
    let thrown: string | undefined;
    onHostEvents(host.channel, (event) => {
      if (event.event === 'threw') thrown = event.message;
      this.#told(event);
    });
    host.stdout.resume();
    host.stderr.resume();
    this.ended = host.ended.then(
      ({ signal, code }) =>
        `The process of all instances has ended: ${thrown ?? signal ?? `exit code ${String(code)}`}.`,
    );
  }

  async add(): Promise<void> {
    const held = new Promise<void>((resolve, reject) => {
      this.#told = (event) => {
        if (event.event === 'not-held') reject(new Error(event.message));
        else if (event.event === 'held' && event.code === 0) resolve();
        else if (event.event === 'held') {
          reject(new Error(`The guest exited with ${String(event.code)}.`));
        }
      };
    });
    this.host.channel.write('\n');
    const gone = await Promise.race([held, this.ended]);
    if (gone !== undefined) throw new Error(gone);
  }

  async close(): Promise<void> {
    this.host.kill();
    await this.ended;
  }
}
