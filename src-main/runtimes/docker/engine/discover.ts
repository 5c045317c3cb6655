import { realpathSync } from 'node:fs';
import { toWireError } from '../../../contract/index.js';
import type { EngineInfo } from '../../../contract/index.js';
import { engineCandidates, theseSurroundings } from './candidates.js';
import type { Candidate, Surroundings } from './candidates.js';
import type { Engine } from './engine.js';
import { probe } from './probe.js';
import type { Probed } from './probe.js';
import { NO_ENGINE } from './unreachable.js';

export interface EnginesFound {
  /** At most one of each id, the first that answered. */
  engines: Engine[];
  /** Everything worth telling a person, what does not answer included. */
  infos: EngineInfo[];
}

/** Looks at every place an engine may be, all at once. Never throws, takes a few seconds at the longest. */
export async function discoverEngines(
  here: Surroundings = theseSurroundings(),
): Promise<EnginesFound> {
  let candidates: Candidate[];
  try {
    candidates = distinctPaths(engineCandidates(here));
  } catch (thrown) {
    const { message, hint } = toWireError(thrown);
    return { engines: [], infos: [{ ...ABSENT, why: message, hint }] };
  }
  return choose(await Promise.all(candidates.map(probe)));
}

const ABSENT: EngineInfo = { id: 'docker', name: 'Docker', local: false, available: false };

export function choose(probed: Probed[]): EnginesFound {
  const engines: Engine[] = [];
  const infos: EngineInfo[] = [];
  const identities = new Set<string>();
  for (const one of probed) {
    if (one.engine === undefined) {
      if (!one.absent) infos.push(one.info);
      continue;
    }
    const { engine } = one;
    const first = engines.find((known) => known.id === engine.id);
    if (first === undefined) {
      engines.push(engine);
      infos.push(engine.info);
    } else {
      engine.client.close();
      if (!identities.has(engine.facts.identity)) infos.push(notUsed(engine.info, first.info));
    }
    identities.add(engine.facts.identity);
  }
  if (infos.length === 0) infos.push({ ...ABSENT, ...NO_ENGINE });
  return { engines, infos: infos.sort((a, b) => Number(b.available) - Number(a.available)) };
}

function notUsed(info: EngineInfo, used: EngineInfo): EngineInfo {
  return {
    ...info,
    available: false,
    why: `Another engine of its kind, at ${used.address ?? 'another address'}, is used.`,
    hint: `To use this one, start Paralelo with DOCKER_HOST=${info.address ?? ''}.`,
  };
}

/** /var/run/docker.sock and /run/docker.sock are one socket; so is a link from Docker's place to Podman's. */
function distinctPaths(candidates: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const place = realPlace(candidate);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function realPlace({ address }: Candidate): string {
  if (address.kind !== 'unix' || address.path === undefined) return address.text;
  try {
    return realpathSync(address.path);
  } catch {
    return address.path;
  }
}
