import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SshServer {
  /** `ssh://user@127.0.0.1:port`. */
  address: string;
  /** A folder for the front of PATH: its ssh uses the test's key and known hosts, never the user's. */
  binDir: string;
  /** What the client knows the server by; other content makes it unknown or changed. */
  knownHosts: { path: string; right: string };
  /** Whose key the server lets in. */
  authorizedKeys: { path: string; right: string };
  dispose(): Promise<void>;
}

const SSHD = '/usr/sbin/sshd';

/** A real sshd on the loopback, with keys of its own; `DOCKER_HOST` is what its logins see. */
export async function startSshServer(dockerHost: string): Promise<SshServer> {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-ssh-'));
  const binDir = join(folder, 'bin');
  await mkdir(binDir);
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  const port = await freePort();
  const hostKey = (await readFile(join(folder, 'host.pub'), 'utf8')).split(' ').slice(0, 2);
  const knownHosts = {
    path: join(folder, 'known_hosts'),
    right: `[127.0.0.1]:${port} ${hostKey.join(' ')}\n`,
  };
  const authorizedKeys = {
    path: join(folder, 'authorized_keys'),
    right: await readFile(join(folder, 'user.pub'), 'utf8'),
  };
  await writeFile(knownHosts.path, knownHosts.right);
  await writeFile(authorizedKeys.path, authorizedKeys.right);
  await writeFile(join(folder, 'sshd_config'), serverSettings(folder, port, dockerHost));
  await writeFile(join(folder, 'ssh_config'), clientSettings(folder));
  const ssh = join(binDir, 'ssh');
  await writeFile(ssh, `#!/bin/sh\nexec /usr/bin/ssh -F ${folder}/ssh_config "$@"\n`);
  await chmod(ssh, 0o755);
  // sshd separates its privileges below a folder that the package's service makes.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  const server = spawn(SSHD, ['-D', '-e', '-f', join(folder, 'sshd_config')], { stdio: 'ignore' });
  await untilItListens(port);
  return {
    address: `ssh://${userInfo().username}@127.0.0.1:${port}`,
    binDir,
    knownHosts,
    authorizedKeys,
    dispose: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function serverSettings(folder: string, port: number, dockerHost: string): string {
  return [
    ...[`ListenAddress 127.0.0.1`, `Port ${port}`, `HostKey ${folder}/host`, 'PidFile none'],
    ...[`AuthorizedKeysFile ${folder}/authorized_keys`, 'StrictModes no', 'UsePAM no'],
    ...['PasswordAuthentication no', 'PermitRootLogin prohibit-password', 'MaxStartups 50'],
    `SetEnv DOCKER_HOST=${dockerHost} PATH=/usr/local/bin:/usr/bin:/bin`,
    '',
  ].join('\n');
}

function clientSettings(folder: string): string {
  return [
    ...[`IdentityFile ${folder}/user`, 'IdentitiesOnly yes', 'IdentityAgent none'],
    ...[`UserKnownHostsFile ${folder}/known_hosts`, 'GlobalKnownHostsFile /dev/null'],
    '',
  ].join('\n');
}

async function untilItListens(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const listens = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (listens) return;
    await sleep(50);
  }
  throw new Error('sshd does not listen');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
