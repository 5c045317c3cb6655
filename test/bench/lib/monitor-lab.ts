import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromLab, ToLab } from '../monitor-lab.js';
import { at } from './paths.js';

/** The process of monitor-lab.ts. Each message is answered by one. */
export class MonitorLab {
  readonly pid: number;

  private constructor(private readonly child: ReturnType<typeof fork>) {
    this.pid = child.pid ?? 0;
  }

  static async start(): Promise<MonitorLab> {
    const child = fork(at('out/bench/monitor-lab.mjs'), { execArgv: ['--expose-gc'] });
    await once(child, 'message');
    return new MonitorLab(child);
  }

  async tell(message: ToLab): Promise<FromLab> {
    const answer = once(this.child, 'message') as Promise<[FromLab]>;
    this.child.send(message);
    const [reply] = await answer;
    return reply;
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    await this.tell({ ask: 'end' });
    await ended;
  }
}
