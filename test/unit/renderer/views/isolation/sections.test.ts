import { describe, expect, it } from 'vitest';
import { containerSections } from '../../../../../src-renderer/views/isolation/profile/container-sections.js';
import { guestSections } from '../../../../../src-renderer/views/isolation/profile/guest-sections.js';
import { differenceCount } from '../../../../../src-renderer/views/isolation/profile/profile-sections.js';
import {
  toldLine,
  toldList,
} from '../../../../../src-renderer/views/isolation/profile/sections.js';
import type {
  Line,
  Section,
} from '../../../../../src-renderer/views/isolation/profile/sections.js';
import {
  privilegedContainer,
  tightContainer,
} from '../../../../support/fake-container-profiles.js';
import { fakeGuest } from '../../../../support/fake-guest-profile.js';

function find(sections: readonly Section[], id: string): Section {
  const found = sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}
function lineOf(section: Section, name: string): Line {
  const found = section.lines.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no line ${name} in ${section.id}`);
  return found;
}
const tight = containerSections(tightContainer('web'));
const wide = containerSections(privilegedContainer('build'));

describe('what was asked for beside what is in force', () => {
  const text = (value: string): string => value;

  it('differs only where both are told and are not the same', () => {
    expect(toldLine('a', { declared: 'x', effective: 'y' }, text).differs).toBe(true);
    expect(toldLine('a', { declared: 'x', effective: 'x' }, text).differs).toBeUndefined();
    expect(toldLine('a', { declared: 'x' }, text)).toEqual({
      name: 'a',
      cells: ['x', undefined],
    });
  });

  it('marks what was asked for and is not there', () => {
    const { chips } = toldList('Masked', { declared: ['/a', '/b'], effective: ['/a'] }, '');
    expect(chips).toEqual([
      { text: '/a', mark: 'plain' },
      { text: '/b', mark: 'missing', tip: 'Asked for, but not in force' },
    ]);
    expect(toldList('Masked', {}, 'None.').empty).toBe('Not told.');
  });

  it('is counted over a whole profile', () => {
    // The swap that an engine did not hold, and AppArmor's own words.
    expect(differenceCount(tight)).toBe(2);
  });
});

describe('the profile of a container', () => {
  it('says what was used so far, and nothing of that where nothing is told', () => {
    expect(find(tight, 'use').lines.map(({ name, cells }) => `${name}: ${cells.join('')}`)).toEqual(
      [
        'Memory: 124 MiB at most',
        'Processes: 11 at once',
        'Users: uid 101000',
        'Network: TCP connections: 4821, datagrams: 96, listens on 8080',
        'Wrote: nothing',
      ],
    );
    const untold = tightContainer('web');
    delete untold.used;
    expect(containerSections(untold).some(({ id }) => id === 'use')).toBe(false);
  });

  it('says whose each namespace is, and that the host’s is loose', () => {
    const namespaces = find(wide, 'namespaces');
    expect(lineOf(namespaces, 'Processes (pid)')).toMatchObject({
      cells: ['the host’s', 'the host’s'],
      isLoose: true,
    });
    expect(lineOf(namespaces, 'Mounts (mnt)').isLoose).toBe(false);
    expect(namespaces.summary).toBe('4 of 8 its own');
  });

  it('marks capabilities beyond the default and those below it', () => {
    const [effective] = find(wide, 'capabilities').lists;
    expect(effective?.chips.filter(({ mark }) => mark === 'beyond')).toHaveLength(27);
    const dropped = find(tight, 'capabilities').lists[1];
    expect(dropped?.chips).toEqual([{ text: 'MKNOD', mark: 'below' }]);
  });

  it('says what of the host a mount shows, the gravest first', () => {
    const [root, first, second] = find(wide, 'files').lines;
    expect(root?.name).toBe('Root file system');
    expect(first).toMatchObject({ name: '/host', isLoose: true });
    expect(first?.note).toBe('shows the host’s root, from /, ext4, shared');
    expect(second?.note).toMatch(/^shows the engine’s socket/);
  });

  it('shows use and hits under each limit, and a share only of a limit that is there', () => {
    const memory = lineOf(find(tight, 'limits'), 'Memory');
    expect(memory.note).toBe('now 119 MiB, 93 % of it, 1 OOM kill, held by cgroup');
    expect(memory.share).toBeCloseTo(0.93, 2);
    const free = lineOf(find(wide, 'limits'), 'Memory');
    expect(free).toMatchObject({ isLoose: true, cells: ['unlimited', 'unlimited'] });
    expect(free.share).toBeUndefined();
  });

  it('says that a filter which was asked for is not there', () => {
    const [profile] = [tightContainer('web')];
    profile.seccomp = { declared: 'default', effective: { mode: 'off' } };
    expect(lineOf(find(containerSections(profile), 'calls'), 'Seccomp')).toMatchObject({
      differs: true,
      isLoose: true,
    });
  });

  it('names secrets, never more', () => {
    expect(find(tight, 'container').lists[0]?.chips.map(({ text }) => text)).toEqual([
      'POSTGRES_PASSWORD',
      'STRIPE_API_KEY',
    ]);
  });

  it('leaves out nothing where nothing could be read: it says so', () => {
    const bare = containerSections({
      ...tightContainer('web'),
      namespaces: [],
      capabilities: { beyondDefault: [], belowDefault: [] },
      seccomp: {},
      user: {},
      devices: { declared: [] },
    });
    expect(find(bare, 'capabilities').summary).toBe('not told');
    expect(find(bare, 'capabilities').lists[0]?.empty).toBe('Not told.');
    expect(lineOf(find(bare, 'user'), 'Outside').cells).toEqual([undefined]);
    expect(lineOf(find(bare, 'calls'), 'Seccomp').cells).toEqual([undefined, undefined]);
  });
});

describe('the profile of a guest', () => {
  const guest = guestSections(fakeGuest());

  it('groups imports by what they open, with what is granted and used', () => {
    const files = lineOf(find(guest, 'imports'), 'Files (3)');
    expect(files.cells).toEqual(['3 of 3', '2 calls']);
    expect(files.note).toBe('path_open ×2, fd_prestat_get ×0, fd_prestat_dir_name ×0');
    const host = lineOf(find(guest, 'imports'), 'Host functions (1)');
    expect(host).toMatchObject({ cells: ['0 of 1', undefined], isLoose: true });
  });

  it('shows the process that stands behind, wall by wall', () => {
    const behind = find(guest, 'host-process');
    expect(behind.summary).toBe('no wall of the kernel’s own');
    expect(lineOf(behind, 'Seccomp')).toMatchObject({ cells: ['off'], isLoose: true });
  });

  it('calls a memory without a maximum loose', () => {
    const module = fakeGuest().module;
    if (module === undefined) throw new Error('no module');
    const [memory] = module.memories;
    if (memory === undefined) throw new Error('no memory');
    delete memory.maximumBytes;
    const sections = guestSections({ module, limits: [] });
    expect(lineOf(find(sections, 'memory'), 'Memory')).toMatchObject({
      cells: ['1.1 MiB', 'not declared: 4.0 GiB'],
      isLoose: true,
    });
  });

  it('is of a file: its module alone', () => {
    const { module } = fakeGuest();
    const ids = guestSections({ ...(module && { module }), limits: [] }).map(({ id }) => id);
    expect(ids).toEqual(['memory', 'imports', 'module']);
  });
});
