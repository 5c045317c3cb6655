import type { ContainerProfile, MountWall } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import { inForce, section, toldColumns, toldLine, words } from './sections.js';
import type { Line, Section } from './sections.js';
import { EXPOSURE_WORDS, GRAVE_EXPOSURES, RIGHTS_WORDS } from './wall-words.js';

/** What it sees of files: its root, then what is mounted, the host's first. */
export function mountsSection({ rootFilesystem, mounts }: ContainerProfile): Section {
  const exposing = mounts.filter(({ exposes }) => exposes !== undefined);
  const rest = mounts.filter(({ exposes }) => exposes === undefined);
  return section('files', t('Root and mounts'), {
    summary:
      exposing.length === 0
        ? t('nothing of the host')
        : t('{{count}} mount of the host’s', { count: exposing.length }),
    columns: toldColumns(),
    lines: [
      toldLine(t('Root file system'), rootFilesystem, (rights) => t(RIGHTS_WORDS[rights]), {
        isLoose: inForce(rootFilesystem) === 'writable',
      }),
      ...[...exposing].sort(graveFirst).map(mountLine),
      ...rest.map(mountLine),
    ],
  });
}

const isGrave = ({ exposes }: MountWall): boolean =>
  exposes !== undefined && GRAVE_EXPOSURES.has(exposes);
const graveFirst = (one: MountWall, other: MountWall): number =>
  Number(isGrave(other)) - Number(isGrave(one));

function mountLine(mount: MountWall): Line {
  const { destination, source, filesystem, readOnly, propagation, exposes, basis } = mount;
  const rights = t(readOnly ? RIGHTS_WORDS['read-only'] : RIGHTS_WORDS.writable);
  const note = words(
    exposes === undefined ? undefined : t('shows {{what}}', { what: t(EXPOSURE_WORDS[exposes]) }),
    source === undefined ? undefined : t('from {{path}}', { path: source }),
    filesystem,
    propagation,
  );
  return {
    name: destination,
    isCode: true,
    cells: [basis === 'effective' ? undefined : rights, basis === 'declared' ? undefined : rights],
    ...(note !== undefined && { note }),
    isLoose: isGrave(mount) || (exposes === 'host-directory' && !readOnly),
  };
}
