import { createHash, randomBytes } from 'node:crypto';

/** What a browser holds after it exchanged a token. */
export interface Session {
  /** In an HttpOnly cookie: opens the page. */
  cookie: string;
  /**
   * Held by the page itself: the WebSocket demands it besides the cookie, because browsers send
   * cookies to every port of 127.0.0.1, and whatever listens there could read and replay them.
   */
  pageKey: string;
}

/** Who may enter the console: one-time tokens are exchanged for sessions that last as long as it runs. */
export class Gate {
  readonly #tokens = new Set<string>();
  /** Digest of the cookie -> digest of the page's key. */
  readonly #sessions = new Map<string, string>();

  /** A new token, good for one exchange. */
  mint(): string {
    const token = secret();
    this.#tokens.add(digest(token));
    return token;
  }

  exchange(token: string): Session | undefined {
    if (!this.#tokens.delete(digest(token))) return undefined;
    const session = { cookie: secret(), pageKey: secret() };
    this.#sessions.set(digest(session.cookie), digest(session.pageKey));
    return session;
  }

  knowsCookie(cookie: string | undefined): boolean {
    return cookie !== undefined && this.#sessions.has(digest(cookie));
  }

  knowsPage(cookie: string | undefined, pageKey: string | undefined): boolean {
    if (cookie === undefined || pageKey === undefined) return false;
    return this.#sessions.get(digest(cookie)) === digest(pageKey);
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are compared by digest, so how long a comparison takes tells nothing about them. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
