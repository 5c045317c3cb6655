import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../../contract/index.js';
import type { ExperimentResult } from '../../../contract/index.js';
import { experimentMarkdown } from '../../../export/text/experiment.js';

/**
 * Writes `NAME.json` with every raw value and `NAME.md` for people into the folder; both replace what an earlier run
 * left. Throws LabError `result-not-written`.
 */
export async function saveResult(
  folder: string,
  result: ExperimentResult,
  command: string,
): Promise<void> {
  const write = (extension: string, text: string): Promise<void> =>
    writeFile(join(folder, `${result.experiment}.${extension}`), text);
  try {
    await mkdir(folder, { recursive: true });
    await write('json', `${JSON.stringify(result)}\n`);
    await write('md', experimentMarkdown(result, command));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new LabError(
      'result-not-written',
      `The result could not be written to ${folder}: ${why}.`,
      'It was printed all the same. Choose another folder (--save), or make room.',
      { cause: thrown },
    );
  }
}
