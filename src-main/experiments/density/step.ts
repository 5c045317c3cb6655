import { readProcessMemory } from '../../metrics/proc/process-memory.js';
import { sumResident } from '../../metrics/proc/smaps-rollup.js';
import type { ResidentMemory } from '../../metrics/proc/smaps-rollup.js';
import { bystandersBytes } from './bystanders.js';
import type { Member } from './member.js';

/** Between these the lab sees to what else it has to do. */
const AT_ONCE = 32;

/** What so many instances took together. A definition that one of them lacks is absent. */
export interface Step {
  count: number;
  /** Of their own processes, corrected for what others gave up (see Reader). */
  own: ResidentMemory;
  /** Of what the engine keeps beside them; absent where one of these cannot be found or read. */
  besides?: ResidentMemory;
  cgroupBytes?: number;
  /** How much less the machine has free than before the first. */
  fallBytes: number;
}

/** Bytes of the programs of the instances, and of what is kept beside them, in processes of others. */
interface Bystanders {
  own: number;
  besides: number;
}

/**
 * Reads crowds of one ladder as they grow. PSS is given as what it adds on the machine: what other processes with
 * the same program lost since the first reading is taken off.
 */
export class Reader {
  #atFirst: Bystanders | undefined;

  readonly #freeAtFirstBytes: number;

  /** To be made before the first one is started. */
  constructor(private readonly freeBytes: () => number) {
    this.#freeAtFirstBytes = freeBytes();
  }

  async read(count: number, members: readonly Member[]): Promise<Step> {
    const fallBytes = this.#freeAtFirstBytes - this.freeBytes();
    const owns = members.map(({ pids }) => pids);
    const besides = members.flatMap(({ besides: pids }) => (pids === undefined ? [] : [pids]));
    const lost = this.#lost(owns.flat(), besides.flat());
    const own = owns.every((pids) => pids.length > 0) ? await residentOf(owns.flat()) : {};
    const beside = besides.length < members.length ? {} : await residentOf(besides.flat());
    const cgroupBytes = chargedTo(members);
    return {
      count,
      own: less(own, lost.own),
      ...(Object.keys(beside).length === 0 ? {} : { besides: less(beside, lost.besides) }),
      ...(cgroupBytes === undefined ? {} : { cgroupBytes }),
      fallBytes,
    };
  }

  #lost(own: readonly number[], besides: readonly number[]): Bystanders {
    const now = { own: bystandersBytes(own), besides: bystandersBytes(besides) };
    this.#atFirst ??= now;
    return { own: this.#atFirst.own - now.own, besides: this.#atFirst.besides - now.besides };
  }
}

/** Of nobody it is nothing, which is known. */
async function residentOf(pids: readonly number[]): Promise<ResidentMemory> {
  if (pids.length === 0) return { rssBytes: 0, pssBytes: 0, privateDirtyBytes: 0 };
  const parts: ResidentMemory[] = [];
  for (const [at, pid] of pids.entries()) {
    if (at % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    parts.push(readProcessMemory(pid) ?? {});
  }
  return sumResident(parts);
}

function less(memory: ResidentMemory, lostBytes: number): ResidentMemory {
  const { pssBytes } = memory;
  return pssBytes === undefined ? memory : { ...memory, pssBytes: pssBytes - lostBytes };
}

function chargedTo(members: readonly Member[]): number | undefined {
  let sum = 0;
  for (const { cgroupBytes } of members) {
    const bytes = cgroupBytes?.();
    if (bytes === undefined) return undefined;
    sum += bytes;
  }
  return members.length === 0 ? undefined : sum;
}
