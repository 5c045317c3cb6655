import { basename, isAbsolute } from 'node:path';
import { LabError } from '../../contract/index.js';
import type {
  GuestProfile,
  IsolationMatrix,
  IsolationProfile,
  ProfileSubject,
} from '../../contract/index.js';
import { adviceOf } from '../../isolation/advice/index.js';
import { answersOf } from '../../isolation/checks/index.js';
import type { Neighbour } from '../../runtimes/instances.js';
import type { Monitor } from '../monitor/monitor.js';
import { withOwnGuest } from './own-guest.js';
import type { OwnGuest } from './own-guest.js';
import { provenFor } from './proven.js';
import { wallsOfFile } from './walls-of-file.js';

export interface ProfileSources {
  monitor: Pick<Monitor, 'find' | 'latest'>;
  /** The last matrix of the probes, if there was one. */
  matrix?: () => IsolationMatrix | undefined;
  /** The lab's own guest in this process, if there is one. */
  ownGuest?: (pid: number) => OwnGuest | undefined;
}

/** Read anew. Throws LabError: gone meanwhile, no module, not readable. */
export function profileOf(
  subject: ProfileSubject,
  sources: ProfileSources,
): Promise<IsolationProfile> {
  return subject.kind === 'module' ? profileOfFile(subject) : profileOfInstance(subject, sources);
}

async function profileOfInstance(
  subject: Extract<ProfileSubject, { kind: 'instance' }>,
  { monitor, matrix, ownGuest }: ProfileSources,
): Promise<IsolationProfile> {
  const found = monitor.find(subject.id);
  const { view } = found;
  const own = view.kind === 'wasm' && view.pid !== undefined ? ownGuest?.(view.pid) : undefined;
  const seen = await found.profile(neighboursOf(subject.id, monitor));
  const parts = own === undefined ? seen : await withOwnGuest(seen, own);
  const proven = provenFor(view, parts, matrix?.());
  return {
    subject,
    kind: view.kind,
    name: view.name,
    ...(view.runtime === undefined ? {} : { runtime: view.runtime }),
    state: view.state,
    readAtIso: new Date().toISOString(),
    ...parts,
    answers: answersOf({ ...parts, ...(proven && { proven }) }),
    advice: adviceOf(parts),
  };
}

function neighboursOf(id: string, monitor: ProfileSources['monitor']): Neighbour[] {
  return monitor.latest().flatMap(({ instance: { view } }) => {
    if (view.id === id || view.pid === undefined) return [];
    return [{ id: view.id, name: view.name, pid: view.pid }];
  });
}

async function profileOfFile(
  subject: Extract<ProfileSubject, { kind: 'module' }>,
): Promise<IsolationProfile> {
  const { path } = subject;
  if (!isAbsolute(path)) {
    throw new LabError(
      'bad-request',
      `${path} is not an absolute path.`,
      'Give the whole path of the file.',
    );
  }
  const guest: GuestProfile = { module: await wallsOfFile(path), limits: [] };
  return {
    subject,
    kind: 'module',
    name: basename(path),
    readAtIso: new Date().toISOString(),
    guest,
    answers: answersOf({ guest }),
    advice: adviceOf({ guest }),
    gaps: [],
  };
}
