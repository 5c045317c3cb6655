import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const FIXTURES = join(import.meta.dirname, '../../fixtures/kernel');

/** Where a captured tree is; see the README there for what was captured and what was written by hand. */
export function captured(path: string): string {
  return join(FIXTURES, path);
}

export function capturedText(path: string): string {
  return readFileSync(captured(path), 'latin1');
}

/** The containers of the captured trees. */
export const DEFAULT_PID = 25763;
export const HARDENED_PID = 25825;
export const OPEN_PID = 25892;
export const CGROUP2_PID = 4242;

export interface Roots {
  procRoot: string;
  mountPrefix: string;
}

/** A copy of a captured tree, as `createCgroupMeter` and `containerFacts` take it. */
export function rootsOf(tree: string): Roots {
  return rootsAt(copyOf(tree));
}

export function rootsAt(root: string): Roots {
  return { procRoot: `${root}/proc`, mountPrefix: root };
}

/** A copy that a test may change; only here the namespace links are real ones. */
export function copyOf(tree: string): string {
  const root = makeTree({});
  cpSync(captured(tree), root, { recursive: true });
  for (const process of readdirSync(`${root}/proc`)) linkNamespaces(`${root}/proc/${process}`);
  return root;
}

function linkNamespaces(process: string): void {
  if (!existsSync(`${process}/namespaces`)) return;
  mkdirSync(`${process}/ns`);
  for (const target of readFileSync(`${process}/namespaces`, 'latin1').trim().split('\n')) {
    symlinkSync(target, `${process}/ns/${target.split(':')[0] ?? ''}`);
  }
}

/** A tree of our own in a temporary folder, removed after the test. */
export function makeTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'paralelo-kernel-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
