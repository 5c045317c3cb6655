import { beforeEach, describe, expect, it } from 'vitest';
import type { GuestOrder, GuestOutputChunk } from '../../../../src-main/contract/index.js';
import { GuestPages } from '../../../../src-main/runtimes/browser/pages.js';
import type { GuestPage, HostedGuest } from '../../../../src-main/runtimes/browser/pages.js';

const ORDER: GuestOrder = { moduleBase64: '', args: [], env: {} };

class Guest implements HostedGuest {
  readonly heard: unknown[] = [];
  order = (): Promise<GuestOrder> => Promise.resolve(ORDER);
  event = (event: unknown): unknown => this.heard.push(event);
  output = (chunks: readonly GuestOutputChunk[]): unknown => this.heard.push(chunks);
  lost = (): unknown => this.heard.push('lost');
}

let pages: GuestPages;
let pushed: unknown[];

beforeEach(() => {
  pushed = [];
  pages = new GuestPages((name, payload) => pushed.push([name, payload]));
});

const offer = (clientId: string, visible = true, hostId = `host-of-${clientId}`): void =>
  pages.offer(clientId, { hostId, engine: 'Chromium 1', visible });

const chosen = (): GuestPage => pages.choose() ?? expect.unreachable();

describe('the page that hosts the next guest', () => {
  it('is none before one has offered itself', () => {
    expect(pages.choose()).toBeUndefined();
  });

  it('is the one that was shown last', () => {
    offer('first');
    offer('second');
    expect(chosen().clientId).toBe('second');
    offer('first');
    expect(chosen().clientId).toBe('first');
  });

  it('is a hidden one only when none is visible', () => {
    offer('shown');
    offer('hidden', false);
    expect(chosen().clientId).toBe('shown');
    offer('shown', false);
    expect(chosen().clientId).toBe('shown');
    pages.leave('shown');
    expect(chosen().clientId).toBe('hidden');
  });
});

it('tells only when another page would get the next guest', () => {
  const told: (string | undefined)[] = [];
  pages.onChange(() => told.push(pages.choose()?.clientId));
  offer('one');
  offer('one', false);
  offer('two');
  pages.leave('one');
  pages.leave('two');
  expect(told).toEqual(['one', 'two', undefined]);
});

describe('a page and its guests', () => {
  it('takes its own guest once, and no other page does', async () => {
    offer('one');
    offer('two');
    const address = pages.host(chosen(), new Guest());
    expect(pushed).toEqual([['guests.waiting', address]]);
    const refused = { code: 'unknown-run' };
    expect(() => pages.take('one', address)).toThrow(expect.objectContaining(refused) as Error);
    expect(await pages.take('two', address)).toBe(ORDER);
    expect(() => pages.take('two', address)).toThrow(expect.objectContaining(refused) as Error);
  });

  it('cannot speak for a guest that is not its own, also with that one’s ids', () => {
    offer('one');
    offer('two');
    const guest = new Guest();
    const address = pages.host(chosen(), guest);
    expect(() => pages.event('one', address, { event: 'gone' })).toThrow(/hosts no such guest/);
    expect(() => pages.output('one', address, [])).toThrow(/hosts no such guest/);
    const wrong = { ...address, hostId: 'host-of-one' };
    expect(() => pages.event('two', wrong, { event: 'gone' })).toThrow(/hosts no such guest/);
    expect(guest.heard).toEqual([]);
    pages.event('two', address, { event: 'gone' });
    expect(guest.heard).toEqual([{ event: 'gone' }]);
  });

  it.each([
    ['leaves', () => pages.leave('one')],
    ['was loaded again', () => offer('one', true, 'another-host')],
  ])('loses its guests when it %s', (_, happen) => {
    offer('one');
    const guest = new Guest();
    const address = pages.host(chosen(), guest);
    happen();
    expect(guest.heard).toEqual(['lost']);
    expect(() => pages.event('one', address, { event: 'gone' })).toThrow(/hosts no such guest/);
  });

  it('keeps its guests when it is hidden', () => {
    offer('one');
    const guest = new Guest();
    pages.host(chosen(), guest);
    offer('one', false);
    expect(guest.heard).toEqual([]);
  });

  it('gets no guest after it has left', () => {
    offer('one');
    const page = chosen();
    pages.leave('one');
    expect(() => pages.host(page, new Guest())).toThrow(/is gone/);
  });
});
