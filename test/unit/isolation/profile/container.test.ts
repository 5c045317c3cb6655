import { describe, expect, it } from 'vitest';
import { containerProfile } from '../../../../src-main/isolation/container/index.js';
import { secretNames } from '../../../../src-main/isolation/container/secrets.js';
import { capturedText, copyOf, DEFAULT_PID, put, rootsAt } from '../../metrics/kernel-files.js';

const codes = (gaps: { code: string }[]) => gaps.map(({ code }) => code);
const declared = (inspect: unknown) => containerProfile({ engine: 'docker', inspect }).container;
const captured = JSON.parse(capturedText('docker-default/inspect.json')) as object;

describe('a captured container', () => {
  const seen = (root: string) =>
    containerProfile({ engine: 'docker', inspect: captured, pid: DEFAULT_PID, ...rootsAt(root) });

  it('has what was asked for beside what the kernel shows', () => {
    const { container } = seen(copyOf('docker-default'));
    expect(container).toMatchObject({
      engine: 'docker',
      restartPolicy: 'no',
      rootFilesystem: { declared: 'writable', effective: 'writable' },
      seccomp: { declared: 'default', effective: { mode: 'filter' } },
      network: { mode: 'bridge' },
    });
    expect(container.limits).toEqual([
      expect.objectContaining({ name: 'memory', declared: 64 << 20, effective: 64 << 20, hits: 0 }),
      expect.objectContaining({ name: 'swap', declared: 64 << 20 }),
      expect.objectContaining({ name: 'cpu', declared: 0.5, effective: 0.5 }),
      expect.objectContaining({ name: 'pids', declared: 32, effective: 32 }),
    ]);
  });

  it('is not mixed with the OCI runtime’s own process, which is there before it', () => {
    const root = copyOf('docker-default');
    put(root, `proc/${DEFAULT_PID}/status`, 'Name:\trunc:[2:INIT]\nSeccomp:\t0\n');
    const { container, gaps } = seen(root);
    expect(codes(gaps)).toEqual(['not-begun']);
    expect(container.seccomp).toEqual({ declared: 'default' });
  });

  it('names what could not be seen of it', () => {
    const root = copyOf('docker-default');
    put(root, `proc/${DEFAULT_PID}/cgroup`, '');
    const { container, gaps } = containerProfile({
      engine: 'docker',
      inspect: { ...captured, Id: 'f'.repeat(64) },
      pid: DEFAULT_PID,
      ...rootsAt(root),
    });
    expect(codes(gaps)).toContain('cgroup-not-seen');
    expect(container.limits.every(({ effective }) => effective === undefined)).toBe(true);
  });
});

describe('an inspect document', () => {
  it.each([[undefined], [null], [7], ['text'], [[]], [{}], [{ HostConfig: null }]])(
    'that is none (%j) gives an empty profile and says so',
    (inspect) => {
      const { container, gaps } = containerProfile({ engine: 'docker', inspect });
      expect(codes(gaps)).toEqual(['inspect-not-understood', 'not-running']);
      expect(container).toMatchObject({ namespaces: [], mounts: [], limits: [], secretNames: [] });
      expect(container.seccomp).toEqual({});
      expect(container.capabilities).toEqual({ beyondDefault: [], belowDefault: [] });
    },
  );

  it('with fields of other types keeps the others', () => {
    const container = declared({
      Id: 'a'.repeat(64),
      Name: 7,
      HostConfig: {
        Privileged: 'yes',
        CapAdd: ['NET_ADMIN', 5, null],
        CapDrop: 'ALL',
        Memory: '64m',
        PidsLimit: null,
        Devices: [3, { PathOnHost: '/dev/fuse' }, { PathOnHost: 1 }],
        Ulimits: [{ Name: 'nofile', Soft: 1, Hard: -1 }, { Name: 'core' }],
        MaskedPaths: ['/proc/kcore', 4],
        RestartPolicy: 'always',
        PortBindings: {
          '80/tcp': 'x',
          'none/tcp': [{ HostPort: '1' }],
          '9/udp': [{ HostPort: 5 }],
        },
        SomethingOfTheFuture: { nested: [1] },
      },
      Mounts: [null, { Destination: '/data', Source: '/srv', Type: 'bind', RW: 'no' }],
      Config: { Env: ['TOKEN=x', 1], User: 5 },
      NetworkSettings: 'none',
      Future: true,
    });
    expect(container).toMatchObject({
      name: 'aaaaaaaaaaaa',
      isPrivileged: false,
      capabilities: { beyondDefault: ['NET_ADMIN'] },
      devices: { declared: [{ hostPath: '/dev/fuse' }] },
      ulimits: { declared: [{ name: 'Max open files', soft: 1, hard: 'unlimited' }] },
      maskedPaths: { declared: ['/proc/kcore'] },
      restartPolicy: 'no',
      secretNames: ['TOKEN'],
      limits: [{ name: 'pids', declared: 'unlimited' }],
      mounts: [{ destination: '/data', source: '/srv', readOnly: false, basis: 'declared' }],
    });
    expect(container.network.publishedPorts).toEqual([{ containerPort: 9, protocol: 'udp' }]);
  });

  it('says whose namespaces were asked for', () => {
    const { namespaces } = declared({
      HostConfig: {
        PidMode: 'host',
        NetworkMode: 'container:abc',
        IpcMode: 'shareable',
        CgroupnsMode: 'private',
        UsernsMode: 'host',
      },
    });
    expect(namespaces.map(({ name, declared }) => [name, declared])).toEqual([
      ['mnt', { of: 'own' }],
      ['pid', { of: 'host' }],
      ['net', { of: 'container', id: 'abc' }],
      ['ipc', { of: 'own' }],
      ['uts', { of: 'own' }],
      ['user', { of: 'host' }],
      ['cgroup', { of: 'own' }],
    ]);
  });

  it.each([
    ['docker', 14],
    ['podman', 11],
  ])('of %s counts from its default of %d capabilities', (engine, count) => {
    const { capabilities } = containerProfile({ engine, inspect: { HostConfig: {} } }).container;
    expect(capabilities.declared).toHaveLength(count);
    expect(capabilities).toMatchObject({ beyondDefault: [], belowDefault: [] });
  });

  it('of a rootless engine has a user namespace', () => {
    const query = { engine: 'podman', inspect: { HostConfig: {} }, isRootless: true };
    const { container } = containerProfile(query);
    expect(container.namespaces.find(({ name }) => name === 'user')?.declared).toEqual({
      of: 'own',
    });
  });

  it.each([
    [['seccomp=unconfined'], 'unconfined', false],
    [['seccomp:unconfined'], 'unconfined', false],
    [['no-new-privileges'], 'default', true],
    [['no-new-privileges:true', 'seccomp={"defaultAction": "x=y"}'], 'custom', true],
    [['no-new-privileges=false', 'seccomp=builtin'], 'default', false],
  ])('with the options %j', (SecurityOpt, seccomp, noNewPrivileges) => {
    expect(declared({ HostConfig: { SecurityOpt } })).toMatchObject({
      seccomp: { declared: seccomp },
      noNewPrivileges: { declared: noNewPrivileges },
    });
  });
});

it('names of environment variables that look like secrets are told, and no others', () => {
  const secret = [
    'DB_PASSWORD',
    'apiToken',
    'AWS_SECRET_ACCESS_KEY',
    'KEY',
    'MYSQL_PWD',
    'X_CREDENTIALS',
  ];
  const plain = ['PWD', 'OLDPWD', 'MONKEY', 'KEYBOARD', 'PATH', 'DB_PASSWORD_FILE', 'COMPASS'];
  const lines = [...secret, ...plain].map((name) => `${name}=value`);
  expect(secretNames([...lines, 'EMPTY_TOKEN=', 'no equals sign', '=x'])).toEqual(secret);
  expect(secretNames(['URL=postgres://me:secret@host/db', 'SITE=https://host/a'])).toEqual(['URL']);
});
