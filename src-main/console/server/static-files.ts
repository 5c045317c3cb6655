import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

export interface StaticFile {
  body: Buffer;
  contentType: string;
}

/**
 * The file of the built page that a URL's path (still percent-encoded) names, or undefined for
 * anything else: a type that is not the page's, a hidden file, a path or a link that leads outside.
 */
export async function readStaticFile(
  rootDir: string,
  urlPath: string,
): Promise<StaticFile | undefined> {
  const segments = safeSegments(urlPath);
  if (segments === undefined) return undefined;
  const contentType = CONTENT_TYPES[extname(segments.at(-1) ?? '')];
  if (contentType === undefined) return undefined;
  try {
    const root = await realpath(rootDir);
    const path = await realpath(join(root, ...segments));
    return path.startsWith(root + sep) ? { body: await readFile(path), contentType } : undefined;
  } catch {
    return undefined; // Not there, or not a file: both are "not found" to whoever asks.
  }
}

function safeSegments(urlPath: string): string[] | undefined {
  const decoded = decode(urlPath);
  if (decoded?.startsWith('/') !== true || /[\\\0]/.test(decoded)) return undefined;
  const segments = (decoded.endsWith('/') ? `${decoded}index.html` : decoded).slice(1).split('/');
  return segments.every((segment) => segment !== '' && !segment.startsWith('.'))
    ? segments
    : undefined;
}

function decode(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}
