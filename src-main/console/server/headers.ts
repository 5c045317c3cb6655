/**
 * What the page may do, for both shells: its own files and nothing else. `connect` is where it may
 * open connections (the console's own WebSocket; the desktop window has none).
 */
function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.length === 0 ? "'none'" : connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Svelte's compiler output makes its templates through this policy, and nothing else may.
    // The other makes the one address from which a worker may be loaded.
    'trusted-types svelte-trusted-html paralelo-guest-worker',
  ].join('; ');
}

/** The one script that may compile WebAssembly: the worker in which a guest of a page runs. */
const GUEST_WORKER_PATH = '/guest-worker.js';
/** It is one file: it loads nothing, connects to nothing, and makes no script from text. */
const GUEST_WORKER_POLICY =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The policy of the file at this path: a worker has that of its own script, not that of the page. */
export function policyFor(path: string, connect: readonly string[]): string {
  return path === GUEST_WORKER_PATH ? GUEST_WORKER_POLICY : contentSecurityPolicy(connect);
}

/** On every answer of either shell. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // With the one above the page is isolated: a guest can wait on memory that it shares with its page.
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
