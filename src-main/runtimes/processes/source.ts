import { LabError, toWireError } from '../../contract/index.js';
import type { InstanceOrigin } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { InstanceSink, InstanceSource } from '../instances.js';
import { procPlace } from './scan/proc-files.js';
import type { ProcPlace } from './scan/proc-files.js';
import type { OwnHost } from './scan/recognise.js';
import { Scanner } from './scan/scanner.js';
import type { Sighting } from './scan/scanner.js';
import { idOf } from './subject.js';
import { ORIGIN, WasmProcess } from './wasm-process.js';

const PERIOD_MS = 500;

export interface ProcessSourceOptions {
  /** The built guest host of the V8 runtime: its processes are guests, whatever their memory looks like. */
  v8HostPath?: string;
  procRoot?: string;
  periodMs?: number;
}

/** The processes of Wasm runtimes on this machine, whoever started them. */
export function createProcessSource(options: ProcessSourceOptions = {}): InstanceSource {
  return new ProcessSource(options);
}

class ProcessSource implements InstanceSource {
  private factor = 1;
  private readonly watches = new Set<Watch>();

  constructor(private readonly options: ProcessSourceOptions) {}

  watch(sink: InstanceSink): () => void {
    if (this.options.procRoot === undefined && process.platform !== 'linux') {
      sink.origin(origin(notHere()));
      return () => undefined;
    }
    const { v8HostPath, procRoot = '/proc' } = this.options;
    const ownHost =
      v8HostPath === undefined ? undefined : { execPath: process.execPath, scriptPath: v8HostPath };
    const watch = new Watch(sink, procRoot, ownHost, () => this.periodMs());
    this.watches.add(watch);
    return () => {
      this.watches.delete(watch);
      watch.stop();
    };
  }

  pace(factor: number): void {
    const isFaster = factor < this.factor;
    this.factor = factor;
    if (isFaster) for (const watch of this.watches) watch.scanSoon();
  }

  private periodMs(): number {
    return (this.options.periodMs ?? PERIOD_MS) * this.factor;
  }
}

class Watch {
  private readonly scanner: Scanner;
  private readonly place: ProcPlace;
  private readonly listed = new Map<string, WasmProcess>();
  private timer: NodeJS.Timeout | undefined;
  private isFirst = true;
  private isBroken = false;

  constructor(
    private readonly sink: InstanceSink,
    procRoot: string,
    ownHost: OwnHost | undefined,
    private readonly periodMs: () => number,
  ) {
    this.place = procPlace(procRoot);
    this.scanner = new Scanner(procRoot, ownHost);
    this.scanAfter(0);
  }

  scanSoon(): void {
    this.scanAfter(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.scanner.close();
  }

  private scanAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.scan(), ms);
    // A program that has nothing else to do may end.
    this.timer.unref();
  }

  private scan(): void {
    this.scanAfter(this.periodMs());
    const sightings = this.scanner.scan();
    if (sightings === undefined) this.tellOrigin(notReadable(this.place.procRoot));
    else {
      this.compare(sightings);
      if (this.isFirst || this.isBroken) this.tellOrigin();
      this.isFirst = false;
    }
  }

  private tellOrigin(problem?: LabError): void {
    if (problem !== undefined && this.isBroken) return;
    this.isBroken = problem !== undefined;
    this.sink.origin(origin(problem));
  }

  private compare(sightings: readonly Sighting[]): void {
    const present = new Set(sightings.map(idOf));
    for (const [id, instance] of this.listed) {
      if (present.has(id)) continue;
      this.listed.delete(id);
      this.event(instance, 'exit');
      this.sink.gone(id);
    }
    for (const sighting of sightings) this.see(sighting);
  }

  private see(sighting: Sighting): void {
    const id = idOf(sighting);
    const before = this.listed.get(id);
    if (before?.shows(sighting) === true) return;
    const instance = WasmProcess.seen(this.place, sighting, before);
    this.listed.set(id, instance);
    this.sink.found(instance);
    const isNew = before?.life !== instance.life;
    if (isNew && !this.isFirst) this.event(instance, 'start');
  }

  private event({ view }: WasmProcess, action: 'start' | 'exit'): void {
    this.sink.event({
      instanceId: view.id,
      atIso: new Date().toISOString(),
      atMs: monotonicMs(),
      action,
    });
  }
}

function origin(problem?: LabError): InstanceOrigin {
  return {
    id: ORIGIN,
    name: 'Processes of this machine',
    isListed: true,
    ...(problem === undefined ? {} : { problem: toWireError(problem) }),
  };
}

function notHere(): LabError {
  return new LabError(
    'not-supported-here',
    'Wasm processes are found on Linux only: this system does not show the memory and the files of its processes as Linux does.',
    'Containers and the runs of this lab are shown all the same.',
  );
}

function notReadable(procRoot: string): LabError {
  return new LabError(
    'not-supported-here',
    `The processes of this machine cannot be listed: ${procRoot} cannot be read.`,
    'Mount /proc, or start Paralelo where it is mounted.',
  );
}
