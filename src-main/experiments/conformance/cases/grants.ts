import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceCase } from '../case.js';
import { exitedWith, quote, verdict, wrote } from '../judging.js';
import { KEPT_TEXT } from '../materials.js';
import type { Materials } from '../materials.js';
import { probe } from './probe.js';

const GUEST = '/data';

function granted({ directory }: Materials, args: string[], readOnly = false) {
  return probe(args, { volumes: [{ hostPath: directory, guestPath: GUEST, readOnly }] });
}

function contentOf(directory: string, name: string, expected: string): string | undefined {
  const path = join(directory, name);
  if (!existsSync(path)) return `${name} is not there on the host afterwards.`;
  const content = readFileSync(path, 'utf8');
  return content === expected
    ? undefined
    : `${name} holds ${quote(content)} on the host afterwards instead of ${quote(expected)}.`;
}

/** What a guest may reach: what was granted, and nothing else. */
export const GRANTS: readonly ConformanceCase[] = [
  {
    id: 'directory-read',
    title: 'It reads a file of a granted directory.',
    ask: (materials) => granted(materials, ['read', `${GUEST}/kept.txt`]),
    judge: (record) => verdict(exitedWith(record, 0), wrote(record, 'stdout', KEPT_TEXT)),
  },
  {
    id: 'directory-write',
    title: 'What it writes into a granted directory is on the host afterwards.',
    ask: (materials) => granted(materials, ['write', `${GUEST}/made.txt`, 'made by the guest']),
    judge: (record, { materials }) =>
      verdict(
        exitedWith(record, 0),
        contentOf(materials.directory, 'made.txt', 'made by the guest'),
      ),
  },
  {
    id: 'directory-read-only',
    title: 'A directory granted read-only refuses a write.',
    ask: (materials) => granted(materials, ['write', `${GUEST}/kept.txt`, 'changed'], true),
    judge: (record, { materials }) =>
      verdict(contentOf(materials.directory, 'kept.txt', KEPT_TEXT), exitedWith(record, 1)),
  },
  {
    id: 'nothing-granted',
    title: 'Without a grant it can open no file of the host.',
    ask: ({ secretPath }) => probe(['reach', '/', '.', '/etc/passwd', secretPath]),
    judge: (record, { runtime, materials }) => {
      const reached = record.stdout.split('\n').filter((line) => /^(opened|descriptor)/.test(line));
      // A container has a root of its own: what counts there is the file that only the host has.
      const ofTheHost =
        runtime.kind === 'wasm'
          ? reached
          : reached.filter((line) => line.includes(materials.secretPath));
      return verdict(
        exitedWith(record, 0),
        ofTheHost.length === 0
          ? undefined
          : `Nothing was granted, and yet: ${ofTheHost.join(', ')}.`,
      );
    },
  },
];
