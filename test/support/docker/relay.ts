import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket in front of an engine's own: what passes is kept, and it can be cut as if the engine had died. */
export class EngineRelay {
  readonly #folder = mkdtempSync(join(tmpdir(), 'paralelo-relay-'));
  readonly #sockets = new Set<Socket>();
  #sent = '';
  #waiting: { text: RegExp; done: () => void }[] = [];
  readonly #server = createServer((near) => this.#join(near));

  private constructor(private readonly engineSocket: string) {}

  /** `address`: `unix:///path`. */
  static async before(address: string): Promise<EngineRelay> {
    const relay = new EngineRelay(address.replace(/^unix:\/\//, ''));
    relay.#server.listen(join(relay.#folder, 'engine.sock'));
    await once(relay.#server, 'listening');
    return relay;
  }

  get address(): string {
    return `unix://${this.#folder}/engine.sock`;
  }

  /** All that clients have sent so far. */
  get sent(): string {
    return this.#sent;
  }

  /** Resolves once clients have sent this. */
  until(text: RegExp): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ text, done });
      this.#look();
    });
  }

  /** Nobody answers at its address any more, and every connection is lost. */
  cut(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  dispose(): void {
    this.cut();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #join(near: Socket): void {
    const far = createConnection(this.engineSocket);
    near.on('data', (chunk) => {
      this.#sent += chunk.toString('latin1');
      this.#look();
    });
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  }

  #look(): void {
    this.#waiting = this.#waiting.filter(({ text, done }) => {
      if (!text.test(this.#sent)) return true;
      done();
      return false;
    });
  }
}
