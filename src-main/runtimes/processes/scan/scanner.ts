import { commOf, argumentsOf, executableOf, processNames } from './proc-files.js';
import { NewPids } from './new-pids.js';
import { mayBeRuntime, recognise } from './recognise.js';
import type { OwnHost } from './recognise.js';
import { Rotation } from './rotation.js';
import { Tracked } from './tracked.js';
import type { TrackedState } from './tracked.js';

/** A process between fork and exec still looks like its parent: it is looked at again in its first scans. */
const YOUNG_SCANS = 4;
/** Older ones are looked at in turn, so many in a scan: that bounds its cost on a machine with thousands. */
const OLD_ONES_A_SCAN = 64;
/** What most often becomes another program: these have a turn of their own, and are few on most machines. */
const LAUNCHER =
  /\/(ba|da|a|z|k|tc|c|fi)?sh$|\/(busybox|env|sudo|su|setpriv|nohup|timeout|tini|dumb-init|docker-init)$/;

/** A process of Wasm, as it is now. */
export interface Sighting extends TrackedState {
  pid: number;
  tracked: Tracked;
}

interface Known {
  pid: number;
  /** Path, `none`, or the name where the path is forbidden. */
  looks: string;
  bornAtScan: number;
  seenAtScan: number;
  tracked?: Tracked;
  /** Set once it is known to be Wasm: what its tracked state was then. */
  mark?: string;
  isListed: boolean;
}

/** Finds the processes of Wasm on this machine, at little cost: what each scan finds is all there is then. */
export class Scanner {
  private readonly known = new Map<number, Known>();
  private readonly newPids: NewPids;
  private young: Known[] = [];
  private readonly launchers = new Set<Known>();
  private readonly turnOfAll = new Rotation(this.known);
  private readonly turnOfLaunchers = new Rotation(this.launchers);
  private scans = 0;

  constructor(
    private readonly procRoot: string,
    private readonly ownHost?: OwnHost,
    private readonly ownPid: number = process.pid,
  ) {
    this.newPids = new NewPids(procRoot);
  }

  /** Undefined when processes cannot be listed here. */
  scan(): Sighting[] | undefined {
    this.scans += 1;
    if (this.newPids.mayBeThere() && !this.list()) return undefined;
    this.lookAgain();
    const sightings: Sighting[] = [];
    for (const known of this.known.values()) {
      const sighting = known.tracked === undefined ? undefined : this.follow(known);
      if (sighting !== undefined) sightings.push(sighting);
    }
    return sightings;
  }

  close(): void {
    for (const known of this.known.values()) known.tracked?.close();
    this.known.clear();
    this.newPids.close();
  }

  private list(): boolean {
    const names = processNames(this.procRoot);
    if (names === undefined) return false;
    for (const name of names) {
      const first = name.charCodeAt(0);
      if (first < 0x30 || first > 0x39) continue;
      const pid = Number(name);
      const known = this.known.get(pid);
      if (known === undefined) this.add(pid);
      else known.seenAtScan = this.scans;
    }
    for (const known of this.known.values()) if (known.seenAtScan < this.scans) this.forget(known);
    return true;
  }

  private add(pid: number): void {
    const scan = this.scans;
    const known: Known = { pid, looks: '', bornAtScan: scan, seenAtScan: scan, isListed: false };
    this.known.set(pid, known);
    this.young.push(known);
    this.lookAt(known);
  }

  private forget(known: Known): void {
    known.tracked?.close();
    delete known.tracked;
    this.launchers.delete(known);
    this.known.delete(known.pid);
  }

  private lookAgain(): void {
    this.young = this.young.filter((known) => this.scans - known.bornAtScan < YOUNG_SCANS);
    for (const known of this.young) if (known.bornAtScan < this.scans) this.lookAt(known);
    for (const known of this.turnOfLaunchers.next(OLD_ONES_A_SCAN)) this.lookAt(known);
    for (const known of this.turnOfAll.next(OLD_ONES_A_SCAN)) {
      // A kernel thread never becomes anything else.
      if (known.looks !== 'none') this.lookAt(known);
    }
  }

  /** Notices an exec, and another process with an old pid: both have another executable. */
  private lookAt(known: Known): void {
    const directory = `${this.procRoot}/${String(known.pid)}`;
    const found = executableOf(directory);
    const path = typeof found === 'object' ? found.path : undefined;
    const looks = found === 'none' ? 'none' : (path ?? `forbidden ${commOf(directory)}`);
    if (looks === known.looks) return;
    known.looks = looks;
    if (LAUNCHER.test(looks)) this.launchers.add(known);
    else this.launchers.delete(known);
    this.identify(known, path);
  }

  private identify(known: Known, path: string | undefined): void {
    known.tracked?.close();
    delete known.tracked;
    known.isListed = false;
    // Whoever watches is not what is watched, though V8 may compile some Wasm for it too.
    if (known.looks === 'none' || known.pid === this.ownPid) return;
    if (path !== undefined && !mayBeRuntime(path, this.ownHost)) return;
    const directory = `${this.procRoot}/${String(known.pid)}`;
    const argv = argumentsOf(directory);
    // In the middle of an exec the new executable has no arguments yet: then it is not known, and looked at again.
    if (argv.length === 0 && path !== undefined) known.looks = '';
    const looks = { executable: path, comm: commOf(directory), argv };
    const recognised = recognise(looks, this.ownHost);
    if (recognised === undefined) return;
    known.tracked = new Tracked(directory, recognised);
    known.mark = known.tracked.state()?.mark ?? '';
  }

  private follow(known: Known): Sighting | undefined {
    const state = known.tracked?.state();
    if (state === undefined) {
      this.forget(known);
      return undefined;
    }
    // The same program again, with other arguments.
    if (state.mark !== known.mark) this.identify(known, pathOf(known));
    const { tracked, pid } = known;
    if (tracked === undefined) return undefined;
    known.isListed ||= tracked.isWasm();
    return known.isListed ? { ...state, pid, tracked } : undefined;
  }
}

function pathOf({ looks }: Known): string | undefined {
  return looks.startsWith('forbidden ') ? undefined : looks;
}
