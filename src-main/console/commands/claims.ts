import type { Command } from 'commander';
import { CLAIM_IDS, LANGUAGES, LabError } from '../../contract/index.js';
import type { ClaimId, Language } from '../../contract/index.js';
import { testClaims } from '../../lab/claims/claims.js';
import { claimsMarkdown } from '../../lab/claims/report.js';
import { commandLine } from '../command-line.js';
import { formatClaims } from '../format/claims.js';
import { onInterrupt } from '../interrupt.js';
import { labHere } from '../lab-here.js';
import { printJson, writeErr, writeOut } from '../streams.js';

interface Flags {
  lang: string;
  json?: true;
  markdown?: true;
}

const STOPPED = 130;

export function claimsCommand(program: Command): void {
  program
    .command('claims')
    .description('the claims of the paper that this lab began with, tested here, with verdicts')
    .argument('[ids...]', 'P1 to P20; default: all of them')
    .option('--lang <language>', 'of the claims: en or pt-BR', 'en')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--markdown', 'print a report, with the evidence')
    .action(claims);
}

async function claims(asked: string[], flags: Flags): Promise<void> {
  const ids = idsOf(asked);
  const language = languageOf(flags.lang);
  const lab = await labHere();
  const interrupted = new AbortController();
  const release = onInterrupt(() => interrupted.abort());
  try {
    const report = await testClaims(lab, {
      ids,
      onGather: (what) => writeErr(`Gathering: ${what}\n`),
      signal: interrupted.signal,
    });
    if (flags.json === true) printJson(report);
    else {
      writeOut(
        flags.markdown === true
          ? claimsMarkdown(report, language, `\`${commandLine()}\``)
          : formatClaims(report, language),
      );
    }
    if (interrupted.signal.aborted) process.exitCode = STOPPED;
  } finally {
    release();
    await lab.close();
  }
}

function idsOf(asked: readonly string[]): readonly ClaimId[] {
  const ids = asked.map((text) => {
    const id = CLAIM_IDS.find((one) => one === text.toUpperCase());
    if (id !== undefined) return id;
    throw new LabError('bad-request', `There is no claim "${text}".`, 'They are P1 to P20.');
  });
  return ids.length === 0 ? CLAIM_IDS : CLAIM_IDS.filter((id) => ids.includes(id));
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((one) => one.toLowerCase() === text.toLowerCase());
  if (language !== undefined) return language;
  throw new LabError(
    'bad-request',
    `There are no claims in "${text}" (--lang).`,
    `There are: ${LANGUAGES.join(', ')}.`,
  );
}
