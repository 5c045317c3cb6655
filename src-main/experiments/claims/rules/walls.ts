import type { ClaimEvidence, ContainerProfile } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Rule } from '../claim.js';

const NEEDED: ReadonlySet<string> = new Set(['mnt', 'pid', 'net']);

type Namespace = ContainerProfile['namespaces'][number];

export const P7: Rule = {
  id: 'P7',
  needs: ['containers'],
  judge({ containers = [] }) {
    const read = containers.filter(({ namespaces }) =>
      namespaces.some(({ effective }) => effective !== undefined),
    );
    if (read.length === 0)
      return missing('A container engine whose processes are on this machine is needed.');
    const isShared = ({ effective }: Namespace): boolean =>
      effective !== undefined && effective.of !== 'own';
    const all = read.flatMap(({ engine, namespaces }) =>
      namespaces.map((one) => ({ engine, ...one })),
    );
    const evidence: ClaimEvidence[] = all.map((one) => ({
      of: one.engine,
      what: `namespace ${one.name}`,
      value:
        one.effective === undefined
          ? 'could not be read'
          : one.effective.of === 'own'
            ? `its own (${String(one.inode)})`
            : `that of the ${one.effective.of}`,
      source: '/proc/PID/ns',
      speaks: one.effective === undefined ? 'beside' : isShared(one) ? 'against' : 'for',
    }));
    const shared = [...new Set(all.filter(isShared).map(({ name }) => name))];
    const broken = shared.filter((name) => NEEDED.has(name));
    if (broken.length > 0) {
      return {
        verdict: 'does-not-hold',
        why: `Shared with the host: ${broken.join(', ')}.`,
        evidence,
      };
    }
    const why = 'Mounts, processes and network are its own.';
    return shared.length === 0
      ? { verdict: 'holds', why: 'All of its namespaces are its own.', evidence }
      : {
          verdict: 'holds-with-caveat',
          why,
          caveat: `Shared with the host: ${shared.join(', ')}.`,
          evidence,
        };
  },
};

export const P8: Rule = {
  id: 'P8',
  needs: ['rootFiles'],
  judge({ rootFiles = [] }) {
    // Where it could not be written at all, nothing is told.
    const told = rootFiles.filter(({ isSeenInside }) => isSeenInside);
    if (told.length === 0)
      return missing('A container engine whose containers can write to their root is needed.');
    const isOwn = (one: (typeof rootFiles)[number]): boolean =>
      !one.isSeenByHost && !one.isSeenBySecond;
    const word = (isSeen: boolean): string => (isSeen ? 'sees it' : 'does not see it');
    const evidence: ClaimEvidence[] = rootFiles.map((one) => ({
      of: one.engine,
      what: 'a file written to the root of a container',
      value: `the container ${word(one.isSeenInside)}, the host ${word(one.isSeenByHost)}, a second container ${word(one.isSeenBySecond)}`,
      source: 'two containers of one image',
      speaks: !one.isSeenInside ? 'beside' : isOwn(one) ? 'for' : 'against',
    }));
    return told.every(isOwn)
      ? { verdict: 'holds', why: 'What one container wrote was nowhere else.', evidence }
      : {
          verdict: 'does-not-hold',
          why: 'What one container wrote was elsewhere too.',
          evidence,
        };
  },
};
