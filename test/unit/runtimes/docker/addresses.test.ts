import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../src-main/runtimes/docker/engine/address.js';
import { engineCandidates } from '../../../../src-main/runtimes/docker/engine/candidates.js';
import { ociRuntimeNames } from '../../../../src-main/runtimes/docker/engine/oci-runtimes.js';
import { splitReference } from '../../../../src-main/runtimes/docker/prepare/image.js';

const linux = { platform: 'linux' as const, uid: 1000 };

describe('an address of an engine', () => {
  it.each([
    ['unix:///run/docker.sock', 'unix', 'unix:///run/docker.sock'],
    ['npipe:////./pipe/docker_engine', 'npipe', 'npipe:////./pipe/docker_engine'],
    ['tcp://10.0.0.1:2375', 'tcp', 'tcp://10.0.0.1:2375'],
    ['10.0.0.1:2375', 'tcp', 'tcp://10.0.0.1:2375'],
    ['ssh://me@host', 'ssh', 'ssh://me@host'],
  ])('%s is understood', (text, kind, canonical) => {
    expect(parseAddress(text)).toMatchObject({ kind, text: canonical });
  });

  it.each(['', 'unix://', 'gopher://x', 'tcp://', '::'])('%j is refused', (text) => {
    expect(() => parseAddress(text)).toThrow(/not the address/);
  });

  it('takes nothing over from DOCKER_HOST', () => {
    const { connection } = parseAddress('unix:///run/docker.sock');
    expect(connection).toHaveProperty('host', undefined);
    expect(connection).toHaveProperty('port', undefined);
  });
});

describe('where engines are looked for', () => {
  it('on Linux: the system, the user, and the desktop engines', () => {
    const addresses = engineCandidates({ ...linux, env: { HOME: '/h', DOCKER_CONFIG: '/no' } });
    expect(addresses.map(({ address }) => address.path)).toEqual(
      expect.arrayContaining([
        '/var/run/docker.sock',
        '/run/user/1000/docker.sock',
        '/h/.docker/run/docker.sock',
        '/h/.docker/desktop/docker.sock',
        '/h/.colima/default/docker.sock',
        '/run/podman/podman.sock',
        '/run/user/1000/podman/podman.sock',
      ]),
    );
  });

  it('on Windows: named pipes', () => {
    const addresses = engineCandidates({
      platform: 'win32',
      env: { HOME: 'C:\\u', DOCKER_CONFIG: 'C:\\no' },
    });
    expect(new Set(addresses.map(({ address }) => address.kind))).toEqual(new Set(['npipe']));
  });
});

describe('the OCI runtimes of an engine', () => {
  it("are the default first, and runc's aliases not at all", () => {
    const Runtimes = {
      crun: {},
      'io.containerd.runc.v2': {},
      'io.containerd.runtime.v1.linux': {},
      'io.containerd.kata.v2': {},
      runc: {},
    };
    expect(ociRuntimeNames('docker', { DefaultRuntime: 'runc', Runtimes })).toEqual([
      'runc',
      'crun',
      'io.containerd.kata.v2',
    ]);
  });

  it('are only the default for Podman, whose API cannot choose', () => {
    const Runtimes = { crun: {}, runc: {}, kata: {} };
    expect(ociRuntimeNames('podman', { DefaultRuntime: '/usr/bin/crun', Runtimes })).toEqual([
      'crun',
    ]);
  });
});

describe('the name of an image', () => {
  it.each([
    ['alpine', 'alpine', 'latest'],
    ['alpine:3', 'alpine', '3'],
    ['host:5000/a/b', 'host:5000/a/b', 'latest'],
    ['host:5000/a/b:1', 'host:5000/a/b', '1'],
    ['a@sha256:0', 'a', 'sha256:0'],
  ])('%s is split into name and tag', (ref, name, tag) => {
    expect(splitReference(ref)).toEqual({ name, tag });
  });
});
