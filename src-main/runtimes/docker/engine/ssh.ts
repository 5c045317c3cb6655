import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Agent } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { sshArguments } from './ssh-arguments.js';
import type { SshTarget } from './ssh-arguments.js';

/** What ssh itself wrote before its end, with the exit code: the reason why there is no connection. */
export class SshFailure extends Error {
  constructor(
    readonly words: string,
    readonly exitCode: number | null,
  ) {
    super(words === '' ? `ssh ended with ${exitCode ?? 'a signal'}` : words);
    this.name = 'SshFailure';
  }
}

const KEPT_WORDS = 4000;

/**
 * Connections to an engine of another machine, each through an ssh program of its own, as the docker
 * command makes them: the user's configuration, keys, agent and known hosts apply.
 */
export class SshAgent extends Agent {
  constructor(private readonly target: SshTarget) {
    super({ keepAlive: true });
  }

  // Node calls it for each connection that it needs (http.Agent, createConnection).
  override createConnection(): Duplex {
    return new SshConnection(spawn('ssh', sshArguments(this.target), { windowsHide: true }));
  }
}

/** A program's stdin and stdout as a socket: half-closed by `end()`, gone when the program is. */
class SshConnection extends Duplex {
  #words = '';

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    super({ allowHalfOpen: true });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString('utf8')).slice(-KEPT_WORDS);
    });
    // The end of the program tells why; a broken pipe before it does not.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.destroy(error));
    // After the last of its output: its end alone would pass for a closed connection.
    child.on('close', (code) => {
      if (code === 0) this.push(null);
      else this.destroy(new SshFailure(this.#words.trim(), code));
    });
  }

  override _read(): void {
    this.child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (this.child.stdin.write(chunk)) done();
    else this.child.stdin.once('drain', () => done());
  }

  override _final(done: () => void): void {
    this.child.stdin.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.child.kill();
    done(error);
  }

  // What http.Agent asks of a socket; there is nothing to set on a pipe.
  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  /** An idle connection must not keep the lab alive. */
  unref(): this {
    this.child.unref();
    for (const pipe of this.#pipes()) pipe.unref();
    return this;
  }
  ref(): this {
    this.child.ref();
    for (const pipe of this.#pipes()) pipe.ref();
    return this;
  }

  /** The pipes of a child are sockets, which its type does not say. */
  #pipes(): Socket[] {
    const { stdin, stdout, stderr } = this.child;
    return [stdin, stdout, stderr].filter((pipe) => pipe instanceof Socket);
  }
}
