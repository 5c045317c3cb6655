import { describe, expect, it } from 'vitest';
import { writtenPaths } from '../../../../../src-main/runtimes/docker/instances/written.js';

describe('what a container wrote', () => {
  it('is files and empty directories, not the directories above them', () => {
    const paths = ['/var', '/var/lib', '/var/lib/db', '/var/lib/db/1', '/var/lib/db/2', '/tmp/x'];
    expect(writtenPaths(['/tmp', ...paths], [])).toEqual({
      count: 3,
      directories: ['/var/lib', '/tmp'],
    });
  });

  it('is not what its engine made: mount points, and the files of its network', () => {
    const made = ['/data', '/etc', '/etc/hosts', '/run', '/run/.containerenv', '/.dockerenv'];
    expect(writtenPaths(made, ['/data'])).toEqual({ count: 0, directories: [] });
    expect(writtenPaths(['/etc', '/etc/passwd'], []).directories).toEqual(['/etc']);
  });

  it('names eight directories at most, the fullest first', () => {
    const paths = Array.from({ length: 20 }, (_, at) => `/d${String(at)}/file`);
    const { count, directories } = writtenPaths([...paths, '/d7/more'], []);
    expect([count, directories.length, directories[0]]).toEqual([21, 8, '/d7']);
  });
});
