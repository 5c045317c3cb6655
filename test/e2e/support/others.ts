import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { theEngine } from '../../support/docker/engine.js';
import { importShellImage, SHELL_IMAGE } from '../../support/docker/shell-image.js';
import { CHECKOUT } from './paths.js';

const CACHE = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
/** A host of the user's own: Node with WASI, which is here wherever the tests are. */
const NODE_HOST = join(CHECKOUT, 'test/support/wasi-child.mjs');

/** What others run on this machine: started without the lab, removed with `removeAll`. */
export class Others {
  private readonly docker = new Docker();
  private readonly containers: string[] = [];
  private readonly guests: (() => void)[] = [];

  async prepare(): Promise<void> {
    const engine = await theEngine();
    await importShellImage(engine);
    engine.client.close();
  }

  /** `sh -c` in a container without a network. Returns its id. */
  async container(script: string, options: Docker.ContainerCreateOptions = {}): Promise<string> {
    const { HostConfig, ...more } = options;
    const made = await this.docker.createContainer({
      Image: SHELL_IMAGE,
      Cmd: ['sh', '-c', script],
      HostConfig: { NetworkMode: 'none', ...HostConfig },
      ...more,
    });
    this.containers.push(made.id);
    await made.start();
    return made.id;
  }

  of(id: string): Docker.Container {
    return this.docker.getContainer(id);
  }

  /** A twin as a Wasm process; in Node where the runtime is not installed. Returns its pid. */
  wasm(
    runtime: 'wasmtime' | 'wasmer' | 'wazero' | 'node',
    twin: string,
    ...args: string[]
  ): number {
    const module = join(CHECKOUT, `resources/workloads/bin/${twin}.wasm`);
    const program = join(CACHE, 'paralelo/runtimes', runtime, 'bin', runtime);
    const command = existsSync(program)
      ? [program, 'run', module, ...(runtime === 'wasmer' ? ['--'] : []), ...args]
      : [process.execPath, NODE_HOST, module, ...args];
    const [executable = '', ...rest] = command;
    const guest = spawn(executable, rest, { stdio: 'ignore' });
    this.guests.push(() => void guest.kill('SIGKILL'));
    return guest.pid ?? 0;
  }

  async removeAll(): Promise<void> {
    for (const kill of this.guests) kill();
    await Promise.all(
      this.containers.map((id) =>
        this.of(id)
          .remove({ force: true, v: true })
          // A scene may have removed it.
          .catch(() => undefined),
      ),
    );
  }
}
