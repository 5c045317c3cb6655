import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exposureOf } from '../../../../src-main/isolation/container/exposure.js';
import { hostPathOf } from '../../../../src-main/isolation/container/host-path.js';
import { parseMounts } from '../../../../src-main/metrics/proc/mountinfo.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'paralelo-exposure-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

describe('what a path of the host shows', () => {
  it.each([
    ['/', 'host-root'],
    ['/var/run/docker.sock', 'engine-socket'],
    ['/run/podman/podman.sock', 'engine-socket'],
    ['/run/user/1000/podman/podman.sock', 'engine-socket'],
    ['/run/containerd/containerd.sock', 'engine-socket'],
    ['/var/run/docker.sock.raw', 'engine-socket'],
    ['/run/dbus/system_bus_socket.sock', 'socket'],
    ['/proc', 'host-proc'],
    ['/proc/sys/kernel', 'host-proc'],
    ['/sys/fs/cgroup', 'host-sys'],
    ['/dev', 'host-devices'],
    ['/dev/sda', 'host-devices'],
    ['/dev/shm', 'host-directory'],
    ['/etc', 'host-system-directory'],
    ['/etc/', 'host-system-directory'],
    ['/etc/shadow', 'host-system-directory'],
    ['/etc/localtime', 'host-directory'],
    ['/etcetera', 'host-directory'],
    ['/boot', 'host-system-directory'],
    ['/root', 'host-system-directory'],
    ['/home', 'host-system-directory'],
    ['/home/ana', 'host-system-directory'],
    ['/home/ana/.ssh', 'host-system-directory'],
    ['/home/ana/project', 'host-directory'],
    ['/var/lib/docker/volumes', 'host-system-directory'],
    ['/var/run', 'host-system-directory'],
    ['/srv/data', 'host-directory'],
  ])('%s: %s', (path, exposure) => {
    expect(exposureOf(path, false)).toBe(exposure);
  });

  it('is told by where a link leads, and by what is there', async () => {
    const at = folder();
    symlinkSync('/etc', join(at, 'innocent'));
    writeFileSync(join(at, 'file'), '');
    const server = createServer().listen(join(at, 'plain'));
    await once(server, 'listening');
    expect(exposureOf(join(at, 'innocent'), true)).toBe('host-system-directory');
    expect(exposureOf(join(at, 'innocent'), false)).toBe('host-directory');
    expect(exposureOf(join(at, 'plain'), true)).toBe('socket');
    expect(exposureOf(join(at, 'file'), true)).toBe('host-directory');
    server.close();
  });
});

describe('where the host sees a mount', () => {
  const host = parseMounts(
    [
      '1 0 8:1 / / rw - ext4 /dev/sda rw',
      '2 1 8:2 /users /home rw - ext4 /dev/sdb rw',
      '3 1 8:1 /copy /mnt/copy rw - ext4 /dev/sda rw',
    ].join('\n'),
  );
  const seenAt = (line: string) => hostPathOf(parseMounts(line)[0] ?? expect.fail(), host);

  it.each([
    ['9 8 8:1 /etc /inside ro - ext4 /dev/sda rw', '/etc'],
    ['9 8 8:1 /copy/x /inside ro - ext4 /dev/sda rw', '/copy/x'],
    ['9 8 8:1 / /inside ro - ext4 /dev/sda rw', '/'],
    ['9 8 8:2 /users/ana /inside rw - ext4 /dev/sdb rw', '/home/ana'],
    ['9 8 8:2 /users /inside rw - ext4 /dev/sdb rw', '/home'],
    ['9 8 8:2 /usersand /inside rw - ext4 /dev/sdb rw', undefined],
    ['9 8 0:99 / /inside rw - tmpfs tmpfs rw', undefined],
  ])('%s', (line, path) => {
    expect(seenAt(line)).toBe(path);
  });
});
