import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cliDocuments } from '../../../scripts/lib/cli-documents/index.mjs';
import { at } from '../../../scripts/lib/paths.mjs';
import { createProgram } from '../../../src-main/console/program.js';

interface Manifest {
  twins: { name: string; hidden?: boolean }[];
}
const { twins } = JSON.parse(
  readFileSync(at('resources/workloads/manifest.json'), 'utf8'),
) as Manifest;
const documents = cliDocuments(createProgram(), {
  twins: twins.filter(({ hidden }) => hidden !== true).map(({ name }) => name),
});

for (const [path, text] of Object.entries(documents)) {
  it(`${path} is what the commands say (else: npm run cli-documents)`, () => {
    expect(readFileSync(at(path), 'utf8')).toBe(text);
  });
}

it('every command and every flag is in the manual', () => {
  const manual = documents['resources/cli/paralelo.1'] ?? '';
  for (const command of createProgram().commands) {
    expect(manual).toContain(`"paralelo ${command.name().replaceAll('-', '\\-')}`);
    for (const { long } of command.options) {
      expect(manual).toContain(String(long).replaceAll('-', '\\-'));
    }
  }
});

describe('the completion of bash', () => {
  const complete = (...words: string[]): string[] =>
    execFileSync(
      'bash',
      [
        '-c',
        `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _paralelo; printf '%s\\n' "\${COMPREPLY[@]}"`,
        at('resources/cli/paralelo.bash'),
        'paralelo',
        ...words,
      ],
      { encoding: 'utf8', cwd: at('.') },
    )
      .trim()
      .split('\n');

  it('offers commands, those below one, and flags of the one that is typed', () => {
    expect(complete('ru')).toEqual(['runtimes', 'run']);
    expect(complete('bench', 'sp')).toEqual(['speed']);
    expect(complete('run', '--runtime', 'v8', '--mem')).toEqual(['--memory']);
  });

  it('offers twins and files where a flag takes them', () => {
    expect(complete('run', '--workload', 'h')).toEqual(['hello']);
    expect(complete('run', '--module', 'README')).toEqual(['README.md']);
    expect(complete('history', '--workload', 'h')).toEqual(['']);
  });
});
