import { randomBytes } from 'node:crypto';
import { LabError } from '../../contract/index.js';
import type {
  GuestAddress,
  GuestEvent,
  GuestOffer,
  GuestOrder,
  GuestOutputChunk,
  PushListener,
} from '../../contract/index.js';

/** A page that hosts guests. */
export interface GuestPage extends GuestOffer {
  /** As its shell calls it; what it says under another name is not heard. */
  clientId: string;
}

/** One guest, as the page that hosts it speaks to it. */
export interface HostedGuest {
  /** What the page is to run. */
  order(): Promise<GuestOrder>;
  event(event: GuestEvent): void;
  output(chunks: readonly GuestOutputChunk[]): void;
  /** The page is gone, and the guest with it. */
  lost(): void;
}

interface Entry {
  page: GuestPage;
  guest: HostedGuest;
  taken: boolean;
}

/**
 * The pages that have offered to host guests, and the guests that they host. A guest goes to the page
 * that was shown last; to a hidden one only when none is visible.
 */
export class GuestPages {
  /** By client; the one that was shown last stands last. */
  readonly #pages = new Map<string, GuestPage>();
  readonly #guests = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #chosenId: string | undefined;

  constructor(private readonly push: PushListener) {}

  offer(clientId: string, offer: GuestOffer): void {
    const before = this.#pages.get(clientId);
    // Another id: the page was loaded again, and what it hosted is gone.
    if (before !== undefined && before.hostId !== offer.hostId) this.leave(clientId);
    else this.#pages.delete(clientId);
    this.#pages.set(clientId, { ...offer, clientId });
    this.#changed();
  }

  leave(clientId: string): void {
    if (!this.#pages.delete(clientId)) return;
    for (const [guestId, { page, guest }] of this.#guests) {
      if (page.clientId !== clientId) continue;
      this.#guests.delete(guestId);
      guest.lost();
    }
    this.#changed();
  }

  /** The page that the next guest would get. */
  choose(): GuestPage | undefined {
    const pages = [...this.#pages.values()];
    return pages.findLast(({ visible }) => visible) ?? pages.at(-1);
  }

  /** Gives the guest to a page. Throws `runtime-not-here` when the page has gone meanwhile. */
  host(page: GuestPage, guest: HostedGuest): GuestAddress {
    if (this.#pages.get(page.clientId)?.hostId !== page.hostId) throw pageGone();
    const address = { hostId: page.hostId, guestId: `g-${randomBytes(9).toString('hex')}` };
    this.#guests.set(address.guestId, { page, guest, taken: false });
    this.push('guests.waiting', address);
    return address;
  }

  /** Tells the page to end the guest; it answers with `gone`. */
  end(address: GuestAddress): void {
    if (this.#guests.has(address.guestId)) this.push('guests.end', address);
  }

  /** From now on nothing more is heard of it. */
  forget({ guestId }: GuestAddress): void {
    this.#guests.delete(guestId);
  }

  /** Throws `unknown-run` for a guest that is not this client's, or was taken before. */
  take(clientId: string, address: GuestAddress): Promise<GuestOrder> {
    const entry = this.#entry(clientId, address);
    if (entry.taken) throw notYours();
    entry.taken = true;
    return entry.guest.order();
  }

  output(clientId: string, address: GuestAddress, chunks: readonly GuestOutputChunk[]): void {
    this.#entry(clientId, address).guest.output(chunks);
  }

  event(clientId: string, address: GuestAddress, event: GuestEvent): void {
    this.#entry(clientId, address).guest.event(event);
  }

  /** Calls back when another page would get the next guest. Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #entry(clientId: string, { hostId, guestId }: GuestAddress): Entry {
    const entry = this.#guests.get(guestId);
    if (entry?.page.clientId !== clientId || entry.page.hostId !== hostId) throw notYours();
    return entry;
  }

  #changed(): void {
    const hostId = this.choose()?.hostId;
    if (hostId === this.#chosenId) return;
    this.#chosenId = hostId;
    for (const listener of this.#listeners) listener();
  }
}

function notYours(): LabError {
  return new LabError(
    'unknown-run',
    'This page hosts no such guest.',
    'It has ended, or another page hosts it.',
  );
}

function pageGone(): LabError {
  return new LabError(
    'runtime-not-here',
    'The page that was to host the guest is gone.',
    'Open a window, then run it again.',
  );
}
