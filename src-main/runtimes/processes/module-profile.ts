import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { toWireError } from '../../contract/index.js';
import type { ModuleWalls, WireError } from '../../contract/index.js';
import {
  isComponent,
  maximumMemoryBytes,
  moduleWalls,
  ofModule,
  readModule,
} from '../../isolation/module/index.js';
import type { ModuleProfile } from '../../isolation/module/index.js';
import type { Subject } from './subject.js';

const MOST_BYTES = 50 * 1024 * 1024;

/** The module's file, as it is now. */
export interface ModuleOnDisk {
  sizeBytes: number;
  sha256?: string;
  /** Of a core module; a component and what a compiler made have none. */
  profile?: ModuleProfile;
  isComponent?: boolean;
  /** Of a core module or a component. */
  walls?: ModuleWalls;
  /** Why there are none. */
  problem?: WireError;
}

/** Reads each module once. Undefined where it is not named, not there, or may not be read. Never rejects. */
export class ModuleReader {
  private reading: Promise<ModuleOnDisk | undefined> | undefined;
  private profile: ModuleProfile | undefined;

  constructor(private readonly subject: Subject) {}

  read(): Promise<ModuleOnDisk | undefined> {
    this.reading ??= this.readOnce();
    return this.reading;
  }

  /** How far the memories seen may grow; undefined as long as the module is not read, or does not tell. */
  maximumBytes(memories: number): number | undefined {
    void this.read();
    const { profile } = this;
    // With more memories than the module has, which is whose cannot be told.
    if (profile?.memories.length !== 1 || memories > 1) return undefined;
    return maximumMemoryBytes(profile, this.subject.line.memoryLimitBytes);
  }

  private async readOnce(): Promise<ModuleOnDisk | undefined> {
    const { directory, modulePath } = this.subject;
    if (modulePath === undefined) return undefined;
    // Through the process's own root: in a container the path is one of its files.
    const found = await readFileAt(`${directory}/root${modulePath}`, modulePath);
    this.profile = found?.profile;
    return found;
  }
}

async function readFileAt(path: string, name: string): Promise<ModuleOnDisk | undefined> {
  try {
    // A named pipe in the place of the file must not keep us waiting.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return undefined;
      if (stats.size > MOST_BYTES) return { sizeBytes: stats.size };
      const bytes = await file.readFile();
      return described(bytes, name);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

/** `path`: as the process sees it. */
function described(bytes: Buffer, path: string): ModuleOnDisk {
  const sizeBytes = bytes.length;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const origin = { path, sha256 };
  try {
    if (isComponent(bytes)) {
      return { sizeBytes, sha256, isComponent: true, walls: moduleWalls(bytes, origin) };
    }
    const profile = readModule(bytes);
    return { sizeBytes, sha256, profile, walls: ofModule(profile, origin) };
  } catch (thrown) {
    // Text, or code that was compiled ahead of time: nothing can be said of its memories.
    return {
      sizeBytes,
      sha256,
      problem: toWireError(thrown),
      ...(isComponent(bytes) ? { isComponent: true } : {}),
    };
  }
}
