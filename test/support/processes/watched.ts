import { onTestFinished } from 'vitest';
import type { InstanceOrigin } from '../../../src-main/contract/index.js';
import type {
  FoundInstance,
  InstanceSink,
  InstanceSource,
} from '../../../src-main/runtimes/instances.js';

type SinkEvent = Parameters<InstanceSink['event']>[0];

/** What a source says, and a way to wait until it has said something. */
export class Watched implements InstanceSink {
  readonly instances = new Map<string, FoundInstance>();
  readonly events: SinkEvent[] = [];
  readonly goneIds: string[] = [];
  readonly origins: InstanceOrigin[] = [];
  private readonly waiting = new Set<() => void>();

  /** Watches until the test has finished. */
  static start(source: InstanceSource): Watched {
    const watched = new Watched();
    onTestFinished(source.watch(watched));
    return watched;
  }

  found(instance: FoundInstance): void {
    this.instances.set(instance.view.id, instance);
    this.changed();
  }

  gone(id: string): void {
    this.instances.delete(id);
    this.goneIds.push(id);
    this.changed();
  }

  event(event: SinkEvent): void {
    this.events.push(event);
    this.changed();
  }

  origin(origin: InstanceOrigin): void {
    this.origins.push(origin);
    this.changed();
  }

  originGone(): void {
    this.changed();
  }

  ofPid(pid: number): FoundInstance | undefined {
    return [...this.instances.values()].find(({ view }) => view.pid === pid);
  }

  /** Resolves with the first answer, now or after something was said. */
  until<T>(ask: () => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const answer = ask();
        if (answer === undefined || answer === false) return;
        this.waiting.delete(look);
        resolve(answer);
      };
      this.waiting.add(look);
      look();
    });
  }

  private changed(): void {
    for (const look of [...this.waiting]) look();
  }
}
