import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ServedConsole } from '../../../src-main/console/server/serve.js';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Ask {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

/** One plain HTTP request as written: nothing is normalised, added or followed. */
export function ask(port: number, { path = '/', method, headers }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject).end();
  });
}

export interface Entry {
  cookie: string;
  pageKey: string;
}

/** Does what a browser does with the printed link. */
export async function enter(console: ServedConsole, url = console.url): Promise<Entry> {
  const { pathname, search } = new URL(url);
  const { headers } = await ask(console.port, { path: pathname + search });
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const pageKey = headers.location?.split('#key=')[1] ?? '';
  return { cookie, pageKey };
}

export interface Dial {
  origin?: string;
  host?: string;
  cookie?: string;
  pageKey?: string;
  path?: string;
}

export function dial(port: number, options: Dial): WebSocket {
  const protocols = options.pageKey === undefined ? [] : [`key.${options.pageKey}`];
  return new WebSocket(
    `ws://127.0.0.1:${String(port)}${options.path ?? '/contract'}`,
    ['paralelo', ...protocols],
    {
      ...(options.origin !== undefined && { origin: options.origin }),
      headers: {
        ...(options.host !== undefined && { Host: options.host }),
        ...(options.cookie !== undefined && { Cookie: options.cookie }),
      },
    },
  );
}

/** A connected page of a new browser. */
export async function visit(console: ServedConsole): Promise<Visitor> {
  const entry = await enter(console, console.newUrl());
  const socket = dial(console.port, {
    ...entry,
    origin: `http://127.0.0.1:${String(console.port)}`,
  });
  const visitor = new Visitor(socket);
  await once(socket, 'open');
  return visitor;
}

/** A WebSocket whose messages are awaited one by one, none lost in between. */
export class Visitor {
  readonly #arrived: unknown[] = [];
  #wake: () => void = () => undefined;
  readonly closed: Promise<number>;

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.#arrived.push(JSON.parse(data.toString()));
      this.#wake();
    });
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async next(): Promise<unknown> {
    while (this.#arrived.length === 0) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#arrived.shift();
  }
}
