import { join } from 'node:path';
import type { Command } from 'commander';
import { LabError } from '../../contract/index.js';
import type { RuntimeInfo } from '../../contract/index.js';
import { runSuite } from '../../experiments/conformance/index.js';
import type { CaseResult } from '../../experiments/conformance/index.js';
import { runFolder } from '../../experiments/wasi-testsuite/index.js';
import type { FolderResult } from '../../experiments/wasi-testsuite/index.js';
import type { Lab } from '../../lab/lab.js';
import { runOneWith } from '../../lab/run-one.js';
import { conformanceMarkdown } from '../format/conformance-markdown.js';
import { conformanceReport, formatConformance } from '../format/conformance.js';
import { folderMarkdown, formatFolder } from '../format/wasi-testsuite.js';
import { chosenRuntimes } from '../chosen-runtimes.js';
import { onInterrupt } from '../interrupt.js';
import { RESOURCES_DIR, labHere } from '../lab-here.js';
import { printJson, writeErr, writeOut } from '../streams.js';

interface Flags {
  runtimes?: string;
  json?: true;
  markdown?: true;
}

const STOPPED = 130;

export function conformanceCommand(program: Command): void {
  program
    .command('conformance')
    .description('what every runtime does with the same questions, or with a folder of WASI tests')
    .argument(
      '[dir]',
      'a folder of .wasm tests with .json expectations (WebAssembly/wasi-testsuite)',
    )
    .option('--runtimes <ids>', 'comma-separated; default: all that are here')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--markdown', 'print a document for docs/')
    .action(conformance);
}

async function conformance(dir: string | undefined, flags: Flags): Promise<void> {
  const lab = await labHere();
  const interrupted = new AbortController();
  const release = onInterrupt(() => {
    interrupted.abort();
    for (const run of lab.comparisons.live()) void run.stop();
  });
  try {
    const runtimes = await chosenRuntimes(lab, flags.runtimes);
    const isCancelled = (): boolean => interrupted.signal.aborted;
    if (dir === undefined) await ownSuite(lab, runtimes, flags, isCancelled);
    else await folder(lab, dir, runtimes, flags, isCancelled);
    if (interrupted.signal.aborted) process.exitCode = STOPPED;
  } finally {
    release();
    await lab.close();
  }
}

async function ownSuite(
  lab: Lab,
  runtimes: RuntimeInfo[],
  flags: Flags,
  isCancelled: () => boolean,
): Promise<void> {
  const results = await runSuite({
    runtimes,
    runOne: runOneWith(lab.comparisons),
    componentPath: join(RESOURCES_DIR, 'conformance/hello.component.wasm'),
    onResult: ({ runtime, case: id, result }) => writeErr(`${runtime}: ${id}: ${result}\n`),
    isCancelled,
  });
  const environment = await lab.environment();
  const report = conformanceReport(runtimes, results, environment, commandLine());
  if (flags.json === true) printJson(report);
  else writeOut(flags.markdown === true ? conformanceMarkdown(report) : formatConformance(report));
  process.exitCode = results.some(isNews) ? 1 : 0;
}

/** A difference that nobody has recorded, or a recorded one that is gone. */
function isNews({ result, why, noLongerDiffers }: CaseResult): boolean {
  return (result === 'differs' && why === undefined) || noLongerDiffers === true;
}

async function folder(
  lab: Lab,
  dir: string,
  runtimes: RuntimeInfo[],
  flags: Flags,
  isCancelled: () => boolean,
): Promise<void> {
  const result: FolderResult = await runFolder({
    dir,
    runtimes: wasmOf(runtimes),
    runOne: runOneWith(lab.comparisons),
    onResult: ({ runtime, test, result }) => writeErr(`${runtime}: ${test}: ${result}\n`),
    isCancelled,
  });
  if (flags.json === true) printJson(result);
  else writeOut(flags.markdown === true ? folderMarkdown(result) : formatFolder(result));
  process.exitCode = result.runtimes.every(({ failed }) => failed === 0) ? 0 : 1;
}

function wasmOf(runtimes: RuntimeInfo[]): RuntimeInfo[] {
  const wasm = runtimes.filter(({ kind }) => kind === 'wasm');
  if (wasm.length > 0) return wasm;
  throw new LabError(
    'bad-request',
    'A folder of WASI tests needs a Wasm runtime: a container runs images.',
    'Name one with --runtimes, such as v8.',
  );
}

function commandLine(): string {
  return ['paralelo', ...process.argv.slice(2)].join(' ');
}
