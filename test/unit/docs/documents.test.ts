import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../../src-main/console/program.js';

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
];

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What a document tells to type, as words. */
function typed(text: string): string[][] {
  return [
    ...text.matchAll(/(?:^\$ |^`?\$ |&& |-t lab |ssh lab |7777 lab |9464 lab )paralelo (.*)$/gm),
  ].map(([, line = '']) => (line.split(/ [|>] | -- /)[0] ?? '').trim().split(/\s+/));
}

function commandOf(words: readonly string[], from: Command = createProgram()): Command | undefined {
  const next = from.commands.find((each) => each.name() === words[0]);
  if (next === undefined) return from.commands.length > 0 ? undefined : from;
  return next.commands.length === 0 ? next : commandOf(words.slice(1), next);
}

describe.each(DOCUMENTS)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  it('links to what is there', () => {
    const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    const broken = targets.filter((to) => {
      if (/^[a-z]+:/.test(to)) return false;
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('tells to type only commands and flags that there are', () => {
    const wrong = typed(text).filter((words) => {
      const command = commandOf(words);
      if (command === undefined) return true;
      const flags = command.options.flatMap(({ long, short }) => [long, short]);
      return words.some((word) => /^--?[a-z]/.test(word) && !flags.includes(word));
    });
    expect(wrong).toEqual([]);
  });
});

it('the commands that the guide tells to type are found', () => {
  expect(typed(readFileSync('docs/guide/over-ssh.md', 'utf8')).length).toBeGreaterThan(4);
  expect(commandOf(['bench', 'nothing'])).toBeUndefined();
});
