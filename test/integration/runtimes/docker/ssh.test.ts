import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { discoverEngines } from '../../../../src-main/runtimes/docker/index.js';
import { theEngine } from '../../../support/docker/engine.js';
import { expectFarRuns } from '../../../support/docker/far-run.js';
import { startSshServer } from '../../../support/docker/sshd.js';
import type { SshServer } from '../../../support/docker/sshd.js';
import { uncovered } from '../../../support/uncovered.js';

const TOOLS = ['/usr/sbin/sshd', '/usr/bin/ssh'];
const missing = TOOLS.filter((path) => !existsSync(path));
const docker = ['/usr/bin/docker', '/usr/local/bin/docker'].some((path) => existsSync(path));
const can = missing.length === 0 && docker;
if (!can) {
  const lacking = [...missing, ...(docker ? [] : ['the docker command'])];
  uncovered('An engine over SSH', `not here: ${lacking.join(', ')}.`);
}

describe.runIf(can)('an engine over SSH', () => {
  let server: SshServer;

  beforeAll(async () => {
    const engine = await theEngine();
    server = await startSshServer(engine.info.address ?? '');
    engine.client.close();
    vi.stubEnv('PATH', `${server.binDir}${delimiter}${process.env['PATH'] ?? ''}`);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.dispose();
  });

  async function look(DOCKER_HOST: string) {
    const env = { DOCKER_HOST, HOME: '/nowhere' };
    const { engines, infos } = await discoverEngines({ env, platform: process.platform });
    return { engine: engines.find(({ id }) => id === 'docker'), info: infos.at(0) };
  }

  it('runs twins, and says why samples are coarse', async () => {
    const { engine, info } = await look(server.address);
    if (engine === undefined) throw new Error(info?.why);
    await expectFarRuns(engine);
    engine.client.close();
  });

  it('is refused while its key is not known: nothing is trusted at first sight', async () => {
    await writeFile(server.knownHosts.path, '');
    const { engine, info } = await look(server.address);
    await writeFile(server.knownHosts.path, server.knownHosts.right);
    expect(engine).toBeUndefined();
    expect(info?.why).toContain('does not know the key');
    expect(info?.hint).toContain('ssh ');
  });

  it('is refused when it does not let this user in, and nobody is asked for a password', async () => {
    await writeFile(server.authorizedKeys.path, '');
    const { engine, info } = await look(server.address);
    await writeFile(server.authorizedKeys.path, server.authorizedKeys.right);
    expect(engine).toBeUndefined();
    expect(info?.why).toContain('does not let this user in');
  });

  it('is explained when nobody listens there, and when the engine over there is not running', async () => {
    const nobody = await look(server.address.replace(/:\d+$/, ':9'));
    expect(nobody.info?.why).toContain('cannot be reached through ssh');
    const stopped = await look(`${server.address}/nowhere/docker.sock`);
    expect(stopped.info?.why).toContain('is not running');
  });
});
