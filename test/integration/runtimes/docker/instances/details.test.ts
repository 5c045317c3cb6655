import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeEachEngine } from '../../../../support/docker/each-engine.js';
import type { Engine } from '../../../../../src-main/runtimes/docker/index.js';
import { engineAt } from '../../../../support/docker/engine.js';
import { start, twin } from '../../../../support/docker/run.js';
import { parseStatus } from '../../../../../src-main/metrics/proc/status.js';
import { PlainContainers, watching } from '../../../../support/docker/instances.js';
import { uncovered } from '../../../../support/uncovered.js';
import { parseTop } from '../../../../../src-main/runtimes/docker/instances/processes.js';

const MIB = 1 << 20;

await describeEachEngine(({ engine, plain, seen }) => {
  const running = async (script: string, wishes = {}) =>
    seen.sink.instance(await plain.start(script, wishes), ({ state }) => state === 'running');

  it('measures a container by its own files', async () => {
    const found = await running('exec sleep 300', { host: { Memory: 64 * MIB } });
    const meter = found.openMeter({ fineMemory: true });
    const reading = meter.read();
    meter.close();
    expect(reading?.memory.limitBytes).toBe(64 * MIB);
    expect(reading?.memory.rssBytes).toBeGreaterThan(0);
    expect(reading?.cpuTimeMs).toBeGreaterThan(0);
  });

  it('lists the processes inside, with what each uses', async () => {
    const found = await running('sleep 300 & exec sleep 299');
    // The state is running before the shell is: it has yet to start the one and to become the other.
    const commands = async () => (await found.processes()).map(({ command }) => command).sort();
    await expect.poll(commands, { timeout: 20_000 }).toEqual(['sleep 299', 'sleep 300']);
    const processes = await found.processes();
    const first = processes.find(({ pid }) => pid === found.view.pid);
    expect(first?.user).toBe('root');
    expect(first?.rssBytes).toBeGreaterThan(0);
    expect(Date.parse(first?.startedAtIso ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const other = processes.find(({ pid }) => pid !== found.view.pid);
    expect(other?.parentPid).toBe(found.view.pid);
  });

  it('says what a program of a few pages takes, though a counter of the kernel still has nothing', async () => {
    const { live, observer } = await start(engine, twin('spin', '--forever'));
    const found = await seen.sink.instance(observer.container, ({ state }) => state === 'running');
    const status = `/proc/${String(found.view.pid)}/status`;
    const unlike = async () => {
      const [listed] = await found.processes();
      const { rssBytes } = parseStatus(readFileSync(status, 'utf8'));
      return listed?.rssBytes === rssBytes ? [] : [listed?.rssBytes, rssBytes];
    };
    // Every page that it will ever touch is there once it spins.
    await expect.poll(unlike, { timeout: 20_000 }).toEqual([]);
    await live.kill();
    await live.ended;
  });

  it('understands the engine where it alone can list them', async () => {
    const { view } = await running('exec sleep 300');
    const ps_args =
      engine.id === 'docker' ? '-eo pid,ppid,user,rss,time,args' : 'hpid,ppid,huser,time,args';
    const path = `/containers/${view.id}/top`;
    const answer = await engine.client.json({ method: 'GET', path, query: { ps_args } });
    expect(parseTop(answer)).toMatchObject([
      { pid: view.pid, command: 'sleep 300', cpuTimeMs: expect.any(Number) as number },
    ]);
  });

  it('has no processes and no meter readings once it has ended', async () => {
    const id = await plain.start('true');
    const found = await seen.sink.instance(id, ({ state }) => state === 'exited');
    expect(await found.processes()).toEqual([]);
    expect(found.life).toBeUndefined();
    const meter = found.openMeter({ fineMemory: false });
    expect(meter.read()).toBeUndefined();
    meter.close();
  });

  it('shows what isolates it, as the kernel holds it', async () => {
    const found = await running('exec sleep 300', { host: { PidsLimit: 20 } });
    const facts = await found.isolation();
    expect(facts.some(({ basis }) => basis === 'effective')).toBe(true);
  });

  it('shows its configuration in groups', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-mount-'));
    const found = await running('exec sleep 300', {
      config: {
        Env: ['TOKEN=secret', 'EMPTY='],
        Healthcheck: {
          Test: ['CMD', 'sh', '-c', 'exit 0'],
          Interval: 1e9,
          Timeout: 2e9,
          Retries: 3,
        },
      },
      host: { Memory: 64 * MIB, PidsLimit: 20, Binds: [`${folder}:/data:ro`] },
    });
    const groups = await found.configuration();
    rmSync(folder, { recursive: true });
    const entries = (title: string) => groups.find((group) => group.title === title)?.entries;
    expect(entries('Image and command')).toContainEqual({
      name: 'Command',
      value: "sh -c 'exec sleep 300'",
    });
    expect(entries('Limits')).toContainEqual({ name: 'Memory', value: '64.0 MiB' });
    expect(entries('Limits')).toContainEqual({ name: 'Processes', value: '20' });
    expect(entries('Mounts')).toEqual([{ name: '/data', value: `bind ${folder}, read-only` }]);
    expect(entries('Environment')).toContainEqual({ name: 'TOKEN', value: 'secret' });
    expect(entries('Environment')).toContainEqual({ name: 'EMPTY', value: '(empty)' });
    expect(entries('Restart policy')).toContainEqual({ name: 'Policy', value: 'no' });
    expect(entries('Health check')).toContainEqual({ name: 'Every', value: '1 s' });
  });

  it('remembers what happened to it before anybody looked', async () => {
    const id = await plain.start('exit 5');
    const found = await seen.sink.instance(id, ({ state }) => state === 'exited');
    await seen.sink.eventOf(id, 'die');
    const events = await found.pastEvents();
    expect(events.map(({ action }) => action)).toEqual(['create', 'start', 'die']);
    expect(events.at(-1)).toMatchObject({ instanceId: id, detail: 'exit code 5' });
  });

  it('is taken to the Lab with the settings that a run can have, and names the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-mount-'));
    const id = await plain.create('echo hi', {
      config: { Env: ['MODE=fast'], User: '1000', WorkingDir: '/tmp' },
      host: {
        Memory: 64 * MIB,
        NanoCpus: 5e8,
        PidsLimit: 20,
        Binds: [`${folder}:/data:ro`],
        CapDrop: ['ALL'],
        CapAdd: ['NET_RAW'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        RestartPolicy: { Name: 'always' },
      },
    });
    const found = await seen.sink.instance(id);
    const { request, leftOut } = await found.asRun();
    rmSync(folder, { recursive: true });
    expect(request).toMatchObject({
      runtime: found.view.runtime,
      workload: { kind: 'image', args: ['sh', '-c', 'echo hi'] },
      limits: { memoryBytes: 64 * MIB, cpus: 0.5, pids: 20 },
      grants: {
        env: { MODE: 'fast' },
        volumes: [{ hostPath: folder, guestPath: '/data', readOnly: true }],
        network: 'none',
      },
      privileges: {
        capAdd: ['NET_RAW'],
        readOnlyRoot: true,
        noNewPrivileges: true,
        seccomp: 'default',
      },
    });
    expect(leftOut).toEqual(
      expect.arrayContaining(['Its user: 1000.', 'Its restart policy: always.']),
    );
    expect(leftOut.join()).toContain('Swap beyond');
  });

  it('tells when its health changes', async () => {
    const id = await plain.start('exec sleep 300', {
      config: {
        Healthcheck: {
          Test: ['CMD', 'sh', '-c', 'exit 1'],
          Interval: 1e9,
          Timeout: 5e9,
          Retries: 1,
        },
      },
    });
    const found = await seen.sink.instance(id, ({ health }) => health !== undefined);
    expect(found.view.health).toBe('starting');
    // Podman runs health checks by timers of systemd, and by none where there is no systemd.
    if (engine.id === 'podman') {
      uncovered('The health of a Podman container that changes', 'it needs timers of systemd.');
      return;
    }
    await seen.sink.instance(id, ({ health }) => health === 'unhealthy');
    expect(await seen.sink.eventOf(id, 'health_status')).toMatchObject({ detail: 'unhealthy' });
  });
});

it('measures one whose files are not here by what its engine streams', async () => {
  const local = await engineAt(process.env['DOCKER_HOST']);
  const far: Engine = { ...local, info: { ...local.info, local: false } };
  const plain = new PlainContainers(local);
  const { sink, stop } = await watching(far);
  const id = await plain.start('exec sleep 300');
  const found = await sink.instance(id, ({ state }) => state === 'running');
  const meter = found.openMeter({ fineMemory: false });
  let reading = meter.read();
  while (reading === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
    reading = meter.read();
  }
  expect(reading.memory.cgroupBytes).toBeGreaterThan(0);
  expect((await found.processes())[0]?.command).toBe('sleep 300');
  meter.close();
  stop();
  await plain.removeAll();
  local.client.close();
});
