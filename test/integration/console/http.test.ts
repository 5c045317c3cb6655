import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../src-main/console/server/serve.js';
import type { ServedConsole } from '../../../src-main/console/server/serve.js';
import { Dispatcher } from '../../../src-main/contract/index.js';
import { ask, enter } from '../../support/console/visitor.js';

let folder: string;
let rendererDir: string;
let served: ServedConsole;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-console-'));
  rendererDir = join(folder, 'renderer');
  await mkdir(rendererDir);
  await writeFile(join(rendererDir, 'index.html'), '<h1>the page</h1>');
  await writeFile(join(rendererDir, 'guest-worker.js'), '// of guests');
  await writeFile(join(rendererDir, 'guests.html'), '<h1>guests</h1>');
  await writeFile(join(folder, 'secret.js'), 'outside');
  served = await serve({ dispatcher: new Dispatcher(), rendererDir });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

const tokenPath = (url: string): string => new URL(url).pathname + new URL(url).search;

describe('the console over HTTP', () => {
  it('shows nothing without the link, and says what is needed', async () => {
    const { status, text } = await ask(served.port, {});
    expect(status).toBe(403);
    expect(text).toContain('This page needs its link');
    expect(text).not.toContain('the page</h1>');
  });

  it('exchanges the token of the link for a session and takes it out of the address', async () => {
    const { status, headers } = await ask(served.port, { path: tokenPath(served.newUrl()) });
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^\/#key=[\w-]{43}$/);
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^paralelo-${String(served.port)}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('lets only the worker of guests compile WebAssembly, and that one do nothing else', async () => {
    const { cookie } = await enter(served, served.newUrl());
    const policyOf = async (path: string): Promise<unknown> =>
      (await ask(served.port, { path, headers: { Cookie: cookie } })).headers[
        'content-security-policy'
      ];
    expect(await policyOf('/guest-worker.js')).toMatch(
      /^default-src 'none'; script-src 'wasm-unsafe-eval'; require-trusted-types-for/,
    );
    for (const path of ['/', '/index.html', '/guests.html']) {
      expect(await policyOf(path)).toMatch(/script-src 'self'; worker-src 'self';/);
      expect(await policyOf(path)).not.toContain('wasm');
    }
  });

  it('leads to the page of guests, and to no page of another name', async () => {
    const locationOf = async (page: string): Promise<unknown> =>
      (await ask(served.port, { path: `${tokenPath(served.newUrl())}&page=${page}` })).headers
        .location;
    expect(await locationOf('guests')).toMatch(/^\/guests\.html#key=/);
    expect(await locationOf('//evil.example')).toMatch(/^\/#key=/);
  });

  it('opens the page with the session, again and again', async () => {
    const { cookie } = await enter(served, served.newUrl());
    for (const path of ['/', '/index.html', '/']) {
      const { status, text } = await ask(served.port, { path, headers: { Cookie: cookie } });
      expect({ status, text }).toEqual({ status: 200, text: '<h1>the page</h1>' });
    }
  });

  it('refuses a link that was used, and says how to get a new one', async () => {
    const url = served.newUrl();
    await enter(served, url);
    const { status, text, headers } = await ask(served.port, { path: tokenPath(url) });
    expect(status).toBe(403);
    expect(text).toContain('This link was used already');
    expect(text).toContain('press Enter in the terminal');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('lets the browser that used a link follow it again', async () => {
    const url = served.newUrl();
    const { cookie } = await enter(served, url);
    const again = await ask(served.port, { path: tokenPath(url), headers: { Cookie: cookie } });
    expect(again.status).toBe(303);
    expect(again.headers.location).toBe('/');
  });

  it('refuses a made-up token and a made-up cookie', async () => {
    expect((await ask(served.port, { path: '/?token=AAAA' })).status).toBe(403);
    const Cookie = `paralelo-${String(served.port)}=AAAA`;
    expect((await ask(served.port, { headers: { Cookie } })).status).toBe(403);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '[::1]'])(
    'refuses the host %j, even with a session',
    async (host) => {
      const { cookie } = await enter(served, served.newUrl());
      const { status } = await ask(served.port, { headers: { Host: host, Cookie: cookie } });
      expect(status).toBe(403);
    },
  );

  it('does not spend a token on a foreign host', async () => {
    const url = served.newUrl();
    await ask(served.port, { path: tokenPath(url), headers: { Host: 'evil.example' } });
    expect((await ask(served.port, { path: tokenPath(url) })).status).toBe(303);
  });

  it('answers to localhost as well', async () => {
    const host = `localhost:${String(served.port)}`;
    const path = tokenPath(served.newUrl());
    expect((await ask(served.port, { path, headers: { Host: host } })).status).toBe(303);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { cookie } = await enter(served, served.newUrl());
    const { status, headers } = await ask(served.port, { method, headers: { Cookie: cookie } });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
  });

  it.each(['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '//secret.js'])(
    'does not leave its folder for %s',
    async (path) => {
      const { cookie } = await enter(served, served.newUrl());
      const { status, text } = await ask(served.port, { path, headers: { Cookie: cookie } });
      expect(status).toBe(404);
      expect(text).not.toContain('outside');
    },
  );

  it('sends a strict policy with the page, which allows only its own WebSocket', async () => {
    const { cookie } = await enter(served, served.newUrl());
    const { headers } = await ask(served.port, { headers: { Cookie: cookie } });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src ws://127.0.0.1:${String(served.port)};`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('listens on loopback only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    // A machine without any network has no other address to try.
    const address = outside ?? '127.0.0.2';
    const { connect } = await import('node:net');
    const refused = new Promise((resolve) => {
      connect(served.port, address)
        .on('connect', () => resolve('connected'))
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(await refused).toBe('ECONNREFUSED');
  });

  it('says which port is taken', async () => {
    const second = serve({ dispatcher: new Dispatcher(), rendererDir, port: served.port });
    await expect(second).rejects.toMatchObject({
      code: 'port-not-free',
      message: `Port ${String(served.port)} of 127.0.0.1 cannot be used (EADDRINUSE).`,
    });
  });
});
