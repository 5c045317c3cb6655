import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverEngines } from '../../../../src-main/runtimes/docker/index.js';
import { makeCertificates } from '../../../support/docker/certificates.js';
import type { Certificates } from '../../../support/docker/certificates.js';
import { writeContext } from '../../../support/docker/context.js';
import { expectFarRuns } from '../../../support/docker/far-run.js';
import { createPrivateEngine } from '../../../support/docker/private-engine.js';
import type { PrivateEngine } from '../../../support/docker/private-engine.js';

let folder: string;
let ours: Certificates;
let others: Certificates;
let daemon: PrivateEngine;
let host: string;
let contexts = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-tls-'));
  const [here, elsewhere] = [join(folder, 'ours'), join(folder, 'others')];
  await Promise.all([mkdir(here), mkdir(elsewhere)]);
  ours = makeCertificates(here);
  others = makeCertificates(elsewhere);
  daemon = await createPrivateEngine({ ca: ours.ca, ...ours.server });
  await daemon.start();
  host = daemon.tcpAddress;
});

afterAll(async () => {
  await daemon.dispose();
  await rm(folder, { recursive: true });
});

async function look(tls: Parameters<typeof writeContext>[2]) {
  contexts += 1;
  const DOCKER_CONFIG = join(folder, `config-${contexts}`);
  await mkdir(DOCKER_CONFIG);
  writeContext(DOCKER_CONFIG, host, tls);
  const { engines, infos } = await discoverEngines({
    env: { DOCKER_CONFIG, HOME: DOCKER_CONFIG },
    platform: process.platform,
  });
  return { engine: engines.find(({ id }) => id === 'docker'), info: infos.at(0) };
}

describe('a docker context over TCP with TLS', () => {
  it('runs twins with its certificates, and says why samples are coarse', async () => {
    const { engine } = await look({ ca: ours.ca, ...ours.client });
    if (engine === undefined) throw new Error('not found');
    await expectFarRuns(engine);
    engine.client.close();
  });

  it('is refused when another authority signed the certificate of the engine', async () => {
    const { engine, info } = await look({ ca: others.ca, ...ours.client });
    expect(engine).toBeUndefined();
    expect(info?.why).toContain('not signed by the authority');
    expect(info?.hint).toContain('ca.pem');
  });

  it('is refused without a certificate of the client, and with one of another authority', async () => {
    for (const client of [{}, others.client]) {
      const { engine, info } = await look({ ca: ours.ca, ...client });
      expect(engine).toBeUndefined();
      expect(info?.why).toContain('does not accept the certificate');
    }
  });

  it('is never used in the clear when DOCKER_TLS_VERIFY is set and there are no certificates', async () => {
    const env = { HOME: folder, DOCKER_HOST: host, DOCKER_TLS_VERIFY: '1' };
    const { engines, infos } = await discoverEngines({ env, platform: process.platform });
    expect(engines).toEqual([]);
    expect(infos[0]?.why).toContain('ca.pem');
  });
});
