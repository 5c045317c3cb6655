import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

declare global {
  interface Window {
    injected?: boolean;
  }
}

/**
 * The directive of the page's policy that stopped `attempt`; waits for ever when nothing does. The
 * attempt runs in a timer of the page, because DevTools' own evaluation is exempt from parts of it.
 */
export async function directiveThatStops(page: Page, attempt: () => unknown): Promise<string> {
  // An attempt on a page that is not there yet would fail by itself.
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  return await page.evaluate<string>(`new Promise((resolve) => {
    document.addEventListener(
      'securitypolicyviolation',
      (event) => resolve(event.effectiveDirective),
      { once: true },
    );
    setTimeout(() => { try { (${attempt.toString()})(); } catch {} });
  })`);
}

/** Which of these comes first differs between versions of Chromium; each is enough. */
const SCRIPT = /^(script-src(-elem|-attr)?|require-trusted-types-for)$/;

/** Attempts that no page of Paralelo may succeed in, each with what stops it. */
export const ATTEMPTS: Record<string, { attempt: () => unknown; directive: RegExp }> = {
  'a script written into the page': {
    attempt: () => {
      const script = document.createElement('script');
      script.append('window.injected = true');
      document.body.append(script);
    },
    directive: SCRIPT,
  },
  'a script from a string': {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very thing that must not work
    attempt: () => window.setTimeout('window.injected = true'),
    directive: SCRIPT,
  },
  'WebAssembly, which only the worker of a guest may compile': {
    attempt: () =>
      WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
        () => (window.injected = true),
        () => undefined,
      ),
    directive: /^script-src$/,
  },
  'a worker of any other script': {
    attempt: () => new Worker('/assets/other.js'),
    directive: /^require-trusted-types-for$/,
  },
  'HTML from a string': {
    attempt: () => {
      document.body.innerHTML += '<img src="x" onerror="window.injected = true">';
    },
    directive: SCRIPT,
  },
  'an event handler in an attribute': {
    attempt: () => {
      const button = document.createElement('a');
      button.setAttributeNS(null, 'onclick', 'window.injected = true');
      button.click();
    },
    directive: SCRIPT,
  },
  'a policy of its own for strings': {
    attempt: () =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
      ).trustedTypes.createPolicy('own', {}),
    directive: /^trusted-types$/,
  },
  'a style sheet written into the page': {
    attempt: () => {
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
    },
    directive: /^style-src-elem$/,
  },
  'a request to elsewhere': {
    attempt: () => fetch('https://example.com/').catch(() => undefined),
    directive: /^connect-src$/,
  },
  'a WebSocket to elsewhere': {
    attempt: () => new WebSocket('ws://127.0.0.1:9/'),
    directive: /^connect-src$/,
  },
  'an image from elsewhere': {
    attempt: () => {
      new Image().src = 'https://example.com/pixel.png';
    },
    directive: /^img-src$/,
  },
  'a script from elsewhere': {
    attempt: () => {
      const script = document.createElement('script');
      script.setAttribute('src', 'https://example.com/a.js');
      document.body.append(script);
    },
    directive: SCRIPT,
  },
  'a frame': {
    attempt: () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    },
    directive: /^frame-src$/,
  },
  'a form': {
    attempt: () => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      form.submit();
    },
    directive: /^form-action$/,
  },
};

export async function expectNothingInjected(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.injected)).toBeUndefined();
}

/** What the page's own console says about its policy while it loads again: nothing, if it keeps it. */
export async function ownViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) {
      found.push(message.text());
    }
  });
  page.on('pageerror', (error) => found.push(String(error)));
  await page.reload();
  await expect(page.locator('body')).toBeVisible();
  return found;
}
