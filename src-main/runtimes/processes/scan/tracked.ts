import { KeptFile } from '../../../metrics/files/kept-file.js';
import { readText } from '../../../metrics/files/kernel-text.js';
import { findLinearMemories } from '../../../metrics/index.js';
import { parseStat } from '../../../metrics/proc/stat.js';
import { parseStatm } from '../../../metrics/proc/statm.js';
import type { Recognised } from './recognise.js';

/** A linear memory takes more addresses than this; before, nothing new is looked for. */
const NEW_MEMORY_PAGES = 0x4_0000;
const HTTP_PARSER_BYTES = 2 * 65_536;
/** Field 48 of stat, where the arguments begin: another place after every exec (0 where it may not be read). */
const ARGUMENTS_FIELD = 48 - 3;

export interface TrackedState {
  isPaused: boolean;
  parentPid: number;
  startTicks: number;
  /** Changes with every exec; of another user's process only when it gets another name. */
  mark: string;
}

/** A process of a known runtime, with its files kept open: they can never become another process's. */
export class Tracked {
  private readonly stat: KeptFile | undefined;
  private readonly statm: KeptFile | undefined;
  private lookedAtPages: number | undefined;

  constructor(
    private readonly directory: string,
    readonly recognised: Recognised,
  ) {
    this.stat = KeptFile.open(`${directory}/stat`);
    if (recognised.runtime.needsMemory === true) this.statm = KeptFile.open(`${directory}/statm`);
  }

  /** Undefined when it has ended. */
  state(): TrackedState | undefined {
    const text = this.stat?.text() ?? '';
    const stat = parseStat(text);
    if (stat === undefined || /[ZXx]/.test(stat.state)) return undefined;
    const end = text.lastIndexOf(')');
    const place = text.slice(end + 2).split(' ')[ARGUMENTS_FIELD] ?? '';
    return {
      isPaused: stat.state === 'T' || stat.state === 't',
      parentPid: stat.parentPid,
      startTicks: stat.startTicks,
      mark: place === '' || place === '0' ? text.slice(text.indexOf('('), end) : place,
    };
  }

  /** Whether it has a linear memory, where that is what it takes; looks only when its size has jumped. */
  isWasm(): boolean {
    const { needsMemory, reservedBytes } = this.recognised.runtime;
    if (needsMemory !== true) return true;
    const pages = parseStatm(this.statm?.text() ?? '')?.size;
    if (pages === undefined) return false;
    if (Math.abs(pages - (this.lookedAtPages ?? 0)) < NEW_MEMORY_PAGES) return false;
    this.lookedAtPages = pages;
    const maps = readText(`${this.directory}/maps`) ?? '';
    return findLinearMemories(maps, reservedBytes).some((memory) => !this.isNodesOwn(memory));
  }

  /** Of any Node program that has used `fetch`: the parser of HTTP is Wasm, in a memory of just this size. */
  private isNodesOwn({ bytes }: { bytes: number }): boolean {
    const { id, line } = this.recognised;
    return id === 'v8' && line.module === undefined && bytes === HTTP_PARSER_BYTES;
  }

  close(): void {
    this.stat?.close();
    this.statm?.close();
  }
}
