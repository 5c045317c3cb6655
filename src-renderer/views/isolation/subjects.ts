import type {
  Instance,
  IsolationProfile,
  ProfileSubject,
} from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { ProfileState } from '../../state/isolation.svelte.js';
import { STATE_NAMES } from '../instances/words.js';
import { line } from './bounded.js';

/** What stands over a column. */
export interface SubjectWords {
  name: string;
  kind: 'container' | 'wasm' | 'module';
  /** `docker:runc · running · --privileged`. */
  about: string;
}

const NAME_MOST = 120;

export function subjectWords(
  subject: ProfileSubject,
  state: ProfileState,
  instance: Instance | undefined,
): SubjectWords {
  const { profile } = state;
  if (profile !== undefined) return wordsOfProfile(profile);
  if (instance !== undefined) {
    return {
      name: line(instance.name, NAME_MOST),
      kind: instance.kind,
      about: join([instance.runtime, t(STATE_NAMES[instance.state])]),
    };
  }
  return subject.kind === 'module'
    ? { name: line(fileName(subject.path), NAME_MOST), kind: 'module', about: t('module') }
    : { name: line(subject.id.slice(0, 12)), kind: 'container', about: '' };
}

function wordsOfProfile(profile: IsolationProfile): SubjectWords {
  const { container, kind } = profile;
  return {
    name: line(profile.name, NAME_MOST),
    kind,
    about: join([
      kind === 'module' ? t('module, not running') : profile.runtime,
      stateName(profile.state),
      container?.isPrivileged === true ? '--privileged' : undefined,
      container?.isRootless === true ? 'rootless' : undefined,
    ]),
  };
}

function stateName(state: string | undefined): string | undefined {
  const [, name] = Object.entries(STATE_NAMES).find(([one]) => one === state) ?? [];
  return name === undefined ? state : t(name);
}

/** Those that can be chosen, best match first: by name, image, runtime, project, pid or id. */
export function findSubjects(instances: readonly Instance[], text: string): Instance[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return instances
    .filter(({ state }) => state === 'running' || state === 'paused')
    .filter((instance) => words.every((word) => haystack(instance).includes(word)))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function haystack({ name, program, runtime, project, id, pid, kind }: Instance): string {
  const parts = [name, program, runtime, project, id, pid === undefined ? '' : String(pid), kind];
  return parts.join(' ').toLowerCase();
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const join = (parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => (part === undefined || part === '' ? [] : line(part, NAME_MOST)))
    .join(' · ');
