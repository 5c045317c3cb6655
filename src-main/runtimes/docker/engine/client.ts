import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import type Docker from 'dockerode';
import type { DockerOptions } from 'dockerode';
import type { DialOptions } from 'docker-modem';
import type { Address } from './address.js';
import type { Candidate } from './candidates.js';
import { SshAgent } from './ssh.js';

/** One engine's HTTP API over connections that are kept open, so that a start does not pay for them. */
export interface EngineClient {
  /** The answer's JSON. Rejects with an EngineRefusal or a connection error. */
  json(request: EngineRequest): Promise<unknown>;
  /** Resolves when the answer's header is there; the body follows. */
  stream(request: EngineRequest): Promise<IncomingMessage>;
  /** The raw connection after an upgrade: both directions, half-closed by `end()`. */
  hijack(request: EngineRequest): Promise<Duplex>;
  /** Lets go of idle connections; what is under way ends by itself. */
  close(): void;
}

export interface EngineRequest {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | string[]>;
  body?: object;
  file?: NodeJS.ReadableStream | Buffer;
  signal?: AbortSignal;
}

/** What dockerode rejects with when the engine answered, but not with success. */
export interface EngineRefusal extends Error {
  statusCode: number;
  json?: { message?: string } | Buffer | null;
}

export function isRefusal(thrown: unknown): thrown is EngineRefusal {
  return (
    thrown instanceof Error && typeof (thrown as Partial<EngineRefusal>).statusCode === 'number'
  );
}

const SUCCESS = { 200: true, 201: true, 204: true, 304: true } as const;

export function connect({ address, tls }: Candidate): EngineClient {
  const secure =
    (tls !== undefined && address.kind === 'tcp') || address.connection.protocol === 'https';
  const agent = agentFor(
    address,
    secure ? { rejectUnauthorized: tls?.skipVerify !== true } : undefined,
  );
  // docker-modem renders every request's options for its debug log, also when nobody reads it;
  // without this it walks all sockets of the agent each time.
  Object.assign(agent, { [inspect.custom]: () => 'keep-alive agent' });
  outliveAborts(agent);
  const options: DockerOptions & { agent: HttpAgent } = {
    ...address.connection,
    ...(secure ? { protocol: 'https' } : {}),
    ca: tls?.ca,
    cert: tls?.cert,
    key: tls?.key,
    agent,
  };
  let docker: Promise<Docker> | undefined;
  const send = async (request: EngineRequest, more: Partial<DialOptions>): Promise<unknown> => {
    const ready = await (docker ??= dockerWith(options));
    // Begun after the abort, Node ends a kept-alive socket with an error that nobody can listen to.
    request.signal?.throwIfAborted();
    return await dial(ready, request, more);
  };
  return {
    json: (request) => send(request, {}),
    stream: async (request) => (await send(request, { isStream: true })) as IncomingMessage,
    // An empty file keeps the options out of the body, where they would reach the guest's stdin.
    hijack: async (request) =>
      (await send(
        { ...request, file: Buffer.alloc(0) },
        { isStream: true, hijack: true },
      )) as Duplex,
    close: () => releaseIdle(agent),
  };
}

/** Read with the first request: what a window shows first does not wait for it. */
async function dockerWith(options: DockerOptions): Promise<Docker> {
  const { default: Client } = await import('dockerode');
  return new Client(options);
}

function agentFor(
  { ssh }: Address,
  secure: { rejectUnauthorized: boolean } | undefined,
): HttpAgent {
  if (ssh !== undefined) return new SshAgent(ssh);
  if (secure !== undefined) return new HttpsAgent({ keepAlive: true, ...secure });
  return new HttpAgent({ keepAlive: true });
}

/**
 * A request aborted as its answer's last byte comes: Node has let go of the socket and then fails it with the abort,
 * for nobody to hear, which would end the process. Who asked is told by the request.
 */
function outliveAborts(agent: HttpAgent): void {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (...of) => create(...of)?.on('error', () => undefined);
}

function releaseIdle(agent: HttpAgent): void {
  agent.maxFreeSockets = 0;
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}

function dial(
  docker: Docker,
  request: EngineRequest,
  more: Partial<DialOptions>,
): Promise<unknown> {
  const { method, path, query = {}, body = {}, file, signal } = request;
  const modem = docker.modem as { dial: (options: DialOptions, done: Done) => void };
  return new Promise((resolve, reject) => {
    modem.dial(
      {
        path: `${path}?`,
        method,
        options: { _query: query, _body: body },
        statusCodes: SUCCESS,
        ...(file === undefined ? {} : { file }),
        ...(signal === undefined ? {} : { abortSignal: signal }),
        ...more,
      },
      (error, result) => {
        if (error === null || error === undefined) resolve(result);
        else reject(error);
      },
    );
  });
}

type Done = (error: Error | null | undefined, result: unknown) => void;
