import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationOf } from '../../../../../src-main/runtimes/docker/instances/configuration.js';
import { parseEvent } from '../../../../../src-main/runtimes/docker/instances/events.js';
import { parseInspected } from '../../../../../src-main/runtimes/docker/instances/inspected.js';
import {
  parseCpuTime,
  parseTop,
} from '../../../../../src-main/runtimes/docker/instances/processes.js';
import { lifeOf, toInstance } from '../../../../../src-main/runtimes/docker/instances/view.js';
import type { Engine } from '../../../../../src-main/runtimes/docker/index.js';
import { ROOT } from '../../../../support/paralelo.js';

interface Captured {
  inspect: { State: object; Config: object };
  events: unknown[];
}

function captured(name: string): Captured {
  const path = join(ROOT, 'test/fixtures/engines', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Captured;
}

const docker = captured('docker-20.10-container');
const podman = captured('podman-4.3-container');
const engine = (id: 'docker' | 'podman') => ({ id }) as Engine;

describe('what Docker 20.10 says of a container', () => {
  it('is shown in full', () => {
    expect(toInstance(engine('docker'), parseInspected(docker.inspect))).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      kind: 'container',
      name: 'cap-docker',
      engine: 'docker',
      runtime: 'docker:runc',
      program: 'paralelo-test/shell:1',
      args: ['sh', '-c', 'echo out; echo err >&2; exec sleep 300'],
      state: 'running',
      health: 'starting',
      pid: 3423,
      createdAtIso: '2026-11-25T13:33:05.981141976Z',
      startedAtIso: '2026-11-25T13:33:06.755758937Z',
      restarts: 0,
      project: 'demo',
      service: 'web',
      isProtected: false,
      isOfLab: false,
      actions: ['stop', 'restart', 'pause', 'kill', 'remove'],
      badge: { level: 'partly', reasons: ['root of the host', 'CPU unlimited'] },
    });
  });

  it('has events in its words, without the traces of looking at it', () => {
    const told = docker.events.flatMap((message) => parseEvent(message) ?? []);
    expect(told.slice(0, 5).map(({ action, detail }) => [action, detail])).toEqual([
      ['create', undefined],
      ['start', undefined],
      ['pause', undefined],
      ['kill', 'SIGKILL'],
      ['die', 'exit code 137'],
    ]);
    expect(told.at(-1)).toMatchObject({ action: 'destroy', isEnd: true });
    expect(told.some(({ action }) => /^(exec|top)/.test(action))).toBe(false);
  });

  it('names its health, and its last check as data', () => {
    const health = configurationOf(parseInspected(docker.inspect)).find(
      ({ title }) => title === 'Health check',
    );
    expect(health?.entries).toContainEqual({ name: 'Every', value: '2 s' });
    expect(health?.entries.at(-1)?.value).toContain('executable file not found');
    const event = { Type: 'container', Action: 'health_status: unhealthy', Actor: { ID: 'a' } };
    expect(parseEvent(event)).toMatchObject({ action: 'health_status', detail: 'unhealthy' });
  });
});

describe('what Podman 4.3 says of a container', () => {
  it('is shown with the runtime that only its own API tells', () => {
    const inspected = parseInspected(podman.inspect);
    expect(toInstance(engine('podman'), inspected, 'crun').runtime).toBe('podman:crun');
    expect(toInstance(engine('podman'), inspected)).not.toHaveProperty('runtime');
  });

  it('has no process and no exit code while it does not know how it ended', () => {
    const State = { ...podman.inspect.State, Status: 'stopped', Running: false, ExitCode: -1 };
    const inspected = parseInspected({ ...podman.inspect, State });
    const view = toInstance(engine('podman'), inspected);
    expect(view.state).toBe('exited');
    expect(view).not.toHaveProperty('pid');
    expect(view).not.toHaveProperty('exitCode');
    expect(lifeOf(inspected)).toBeUndefined();
  });

  it('has events with the same meaning', () => {
    const told = podman.events.flatMap((message) => parseEvent(message) ?? []);
    const actions = told.map(({ action }) => action);
    expect(actions).not.toContain('cleanup');
    expect(told.find(({ action }) => action === 'die')?.detail).toBe('exit code 137');
    expect(told.at(-1)).toMatchObject({ action: 'remove', isEnd: true });
    expect(parseEvent({ status: 'died', Actor: { ID: 'a' } })).toMatchObject({ action: 'died' });
  });
});

describe('what is missing or of another type', () => {
  it('is absent, and the rest is shown', () => {
    const inspected = parseInspected({
      Id: 'a'.repeat(64),
      State: { Status: 'paused', Pid: null, Health: null },
      Config: { Env: null, Labels: null, Cmd: null },
      HostConfig: { CapAdd: null, Ulimits: null },
    });
    expect(toInstance(engine('docker'), inspected)).toEqual({
      id: 'a'.repeat(64),
      kind: 'container',
      name: 'a'.repeat(12),
      engine: 'docker',
      args: [],
      state: 'paused',
      isProtected: false,
      isOfLab: false,
      actions: ['unpause', 'stop', 'restart', 'kill', 'remove'],
      badge: expect.objectContaining({ level: 'partly' }) as object,
    });
  });

  it('is bounded where it is long', () => {
    const Args = Array.from({ length: 5000 }, () => 'x'.repeat(100));
    const { args } = toInstance(
      engine('docker'),
      parseInspected({ ...docker.inspect, Path: 'a', Args }),
    );
    expect(args.join(' ').length).toBeLessThan(4200);
  });
});

describe('what an engine answers to top', () => {
  it('is read by its titles: of Docker with ps, of Podman with its own', () => {
    const Titles = ['PID', 'PPID', 'USER', 'RSS', 'TIME', 'COMMAND'];
    const row = ['3423', '3397', 'root', '1360', '00:01:02', 'sleep 300'];
    expect(parseTop({ Titles, Processes: [row] })).toEqual([
      {
        pid: 3423,
        parentPid: 3397,
        user: 'root',
        rssBytes: 1360 * 1024,
        cpuTimeMs: 62_000,
        command: 'sleep 300',
      },
    ]);
    const small = ['3423', '3397', 'root', '0', '00:01:02', '/spin'];
    expect(parseTop({ Titles, Processes: [small] })[0]).not.toHaveProperty('rssBytes');
    expect(parseTop({ Titles, Processes: null })).toEqual([]);
  });

  it('has processor time in two spellings', () => {
    expect(parseCpuTime('1-02:03:04')).toBe(93_784_000);
    expect(parseCpuTime('1m2.5s')).toBe(62_500);
    expect(parseCpuTime('0s')).toBe(0);
    expect(parseCpuTime('?')).toBeUndefined();
  });
});
