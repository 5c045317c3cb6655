import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeAddress } from './probe-address.js';

/** A dockerd of a test's own, to be stopped, killed and started again at will. Needs root and dockerd. */
export interface PrivateEngine {
  readonly address: string;
  /** Over TCP, as an engine of another machine is reached. */
  readonly tcpAddress: string;
  start(): Promise<void>;
  /** SIGTERM, and waits. */
  stop(): Promise<void>;
  /** SIGKILL: its containers go on. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT: it accepts and does not answer. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes all it kept. */
  dispose(): Promise<void>;
}

/**
 * In a mount namespace of its own without the unified cgroup hierarchy: where a machine has
 * controllers there beside cgroup v1, crun would refuse it.
 */
const WITHOUT_HYBRID_CGROUPS = 'umount /sys/fs/cgroup/unified 2>/dev/null; exec "$@"';

/** `tls`: paths; over TCP it then speaks with clients of that authority only. */
export async function createPrivateEngine(
  tls?: Record<'ca' | 'cert' | 'key', string>,
): Promise<PrivateEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-engine-'));
  const port = await freePort();
  const address = `unix://${folder}/docker.sock`;
  const tcpAddress = `tcp://127.0.0.1:${port}`;
  let daemon: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (daemon === undefined || daemon.exitCode !== null || daemon.signalCode !== null) return;
    const ended = once(daemon, 'exit');
    daemon.kill(signal);
    await ended;
  };
  const start = async (): Promise<void> => {
    daemon = spawn(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        WITHOUT_HYBRID_CGROUPS,
        'sh',
        'dockerd',
        ...daemonOptions(folder, port, tls),
      ],
      { stdio: 'ignore' },
    );
    await probeAddress(address);
  };
  return {
    address,
    tcpAddress,
    start,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
      // Its containerd dies with it; unreaped, a new dockerd would take it for alive and wait for it.
      await rm(`${folder}/exec/containerd/containerd.pid`, { force: true });
    },
    freeze: () => daemon?.kill('SIGSTOP'),
    thaw: () => daemon?.kill('SIGCONT'),
    dispose: async () => {
      // One that was killed left its containerd behind: a clean stop needs a clean start.
      if (daemon?.signalCode === 'SIGKILL') await start();
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function daemonOptions(
  folder: string,
  port: number,
  tls?: Record<'ca' | 'cert' | 'key', string>,
): string[] {
  const crun = '/usr/bin/crun';
  return [
    ...['--host', `unix://${folder}/docker.sock`, '--host', `tcp://127.0.0.1:${port}`],
    ...['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`],
    ...['--pidfile', `${folder}/pid`, '--bridge=none', '--iptables=false'],
    ...(tls === undefined
      ? ['--tls=false']
      : ['--tlsverify', '--tlscacert', tls.ca, '--tlscert', tls.cert, '--tlskey', tls.key]),
    ...(existsSync(crun) ? ['--add-runtime', `crun=${crun}`] : []),
  ];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
