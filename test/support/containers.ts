import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Docker from 'dockerode';
import { ROOT } from './paralelo.js';

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
const SUFFIX = `linux-${ARCHITECTURES[process.arch] ?? process.arch}`;
const BINARIES = join(ROOT, 'resources/workloads/bin');

/** A twin's own executable, for a process without any container around it. */
export function twinPath(name: string): string {
  return join(BINARIES, `${name}.${SUFFIX}`);
}

export interface Started {
  id: string;
  /** Of its first process, on this machine. */
  pid: number;
  inspect: Docker.ContainerInspectInfo;
  container: Docker.Container;
}

/** Containers of the twins without the lab in between: what the meters and facts are compared with. */
export class TestContainers {
  readonly docker = new Docker();
  private readonly image = `paralelo-test-${String(process.pid)}:twins`;
  private readonly started: Docker.Container[] = [];
  private readonly networks: Docker.Network[] = [];

  /** No registry is needed: an image of nothing but the executables. */
  async prepare(): Promise<void> {
    const tar = execFileSync('tar', [
      ...['-C', BINARIES, '-c', '--mode=755', `--transform=s/\\.${SUFFIX}$//`],
      ...['grow', 'spin'].map((name) => `${name}.${SUFFIX}`),
    ]);
    const [repo, tag] = this.image.split(':');
    const reply = await this.docker.importImage(Readable.from(tar), { repo, tag });
    await new Promise<void>((resolve, reject) => {
      this.docker.modem.followProgress(reply, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** A network of our own: the default bridge may not be there. */
  async network(): Promise<string> {
    const network = await this.docker.createNetwork({ Name: this.image.replace(':', '-') });
    this.networks.push(network);
    return network.id;
  }

  async start(command: string[], options: Docker.HostConfig = {}, user?: string): Promise<Started> {
    const container = await this.docker.createContainer({
      Image: this.image,
      Cmd: command,
      HostConfig: { NetworkMode: 'none', ...options },
      ...(user === undefined ? {} : { User: user }),
    });
    this.started.push(container);
    await container.start();
    const inspect = await container.inspect();
    return { id: container.id, pid: inspect.State.Pid, inspect, container };
  }

  async removeAll(): Promise<void> {
    for (const container of this.started) await removed(container);
    for (const network of this.networks) await network.remove();
    await this.docker.getImage(this.image).remove();
  }
}

/** One that was made to remove itself may have gone already. */
async function removed(container: Docker.Container): Promise<void> {
  try {
    await container.remove({ force: true });
  } catch (thrown) {
    if ((thrown as { statusCode?: number }).statusCode !== 404) throw thrown;
  }
}
