import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { adviceOf } from '../../../../src-main/isolation/advice/index.js';
import { describeEachEngine } from '../../../support/docker/each-engine.js';
import { profiled } from '../../../support/isolation/profiled.js';

/** In the network of that process: listens on 80 for all and on 81 for the loopback, is called once, sends a datagram. */
const TALK = `
const net = require('node:net');
const dgram = require('node:dgram');
net.createServer().listen(81, '127.0.0.1', () => {
  const server = net.createServer((socket) => {
    const udp = dgram.createSocket('udp4');
    udp.send('x', 9, '127.0.0.1', () => udp.close(() => console.log('ready')));
  });
  server.listen(80, '0.0.0.0', () => net.connect(80, '127.0.0.1'));
});`;

async function talkIn(pid: number): Promise<void> {
  const child = spawn('nsenter', ['-t', String(pid), '-n', process.execPath, '-e', TALK]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
}

/** What ss says of the same network, loopback left out. */
function portsBySs(pid: number): number[] {
  const text = execFileSync('nsenter', ['-t', String(pid), '-n', 'ss', '-Hltn']).toString();
  return [...text.matchAll(/ (?!127\.)\S+:(\d+) +\S+:\*/g)].map(([, port]) => Number(port));
}

/** The shell has done what it was to do once it has become this program. */
async function becomes(pid: number, program: string): Promise<void> {
  while (readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim() !== program) await nextTurn();
}

await describeEachEngine(({ engine, plain }) => {
  const isDocker = engine.id === 'docker';
  // Not the default one: another engine of this machine may have taken its bridge away.
  let ownNetwork: string | undefined;
  beforeAll(async () => {
    if (!isDocker) return;
    const body = { Name: 'paralelo-test-use' };
    const made = await engine.client.json({ method: 'POST', path: '/networks/create', body });
    ownNetwork = (made as { Id: string }).Id;
  });
  afterAll(async () => {
    await plain.removeAll();
    if (ownNetwork === undefined) return;
    await engine.client.json({ method: 'DELETE', path: `/networks/${ownNetwork}` });
  });

  const used = async (script: string, config: object = {}, NetworkMode?: string) => {
    const network = NetworkMode ?? ownNetwork ?? 'none';
    const host = { NetworkMode: network };
    const id = await plain.start(`${script} exec sleep 300`, { config, host });
    const pid = (await profiled(engine, id)).container.pid ?? 0;
    await becomes(pid, 'sleep');
    return { id, pid, ...(await again(id)) };
  };
  const again = async (id: string) => {
    const { container } = await profiled(engine, id);
    const advice = adviceOf({ container });
    return {
      seen: container.used,
      changeOf: (rule: string) => advice.find((one) => one.id === rule)?.change,
    };
  };

  it('is nothing where it did nothing, and then nothing is needed', async () => {
    const { seen, changeOf } = await used('', { User: '1000:1000' });
    expect(seen).toMatchObject({
      network: { connections: 0, datagrams: 0, ports: [] },
      processes: { count: 1, uids: [1000], capabilities: [] },
      written: { count: 0, directories: [] },
    });
    expect(changeOf('writable-root')).toBe('--read-only');
    expect(changeOf('all-capabilities')).toBe('--cap-drop ALL');
    expect(changeOf('unused-network')).toBe(isDocker ? '--network none' : undefined);
  });

  it('is what it wrote, where, and what that needs', async () => {
    const { seen, changeOf } = await used('echo 1 > /one; echo 2 > /etc/two; echo 3 > /etc/three;');
    expect(seen?.written).toEqual({ count: 3, directories: ['/etc', '/'] });
    expect(changeOf('writable-root')).toBe('--read-only -v NAME:/etc');
  });

  it('is how it spoke, as ss sees it', async () => {
    const { id, pid } = await used('');
    await talkIn(pid);
    const { seen, changeOf } = await again(id);
    // Opened and taken; the datagram, and the answer that nobody listens there.
    expect(seen?.network).toEqual({ connections: 2, datagrams: 2, ports: [80] });
    expect(portsBySs(pid)).toEqual([80]);
    expect(changeOf('unused-network')).toBeUndefined();
    expect(changeOf('all-capabilities')).toBe('--cap-drop ALL --cap-add NET_BIND_SERVICE');
  });

  it('is not told of a network that is also the host’s', async () => {
    const { seen } = await used('', {}, 'host');
    expect(seen).toBeDefined();
    expect(seen).not.toHaveProperty('network');
  });

  it('is at least the memory that it once held, and so many processes at once', async () => {
    const { seen } = await used('x=a; while [ ${#x} -lt 20000000 ]; do x=$x$x; done; x=;');
    expect(seen?.peakMemoryBytes).toBeGreaterThan(20_000_000);
    expect(seen?.mostPids).toBeGreaterThanOrEqual(1);
  });
});
