import { formatDuration } from '../../contract/index.js';
import type { ExperimentResult } from '../../contract/index.js';
import type { Block } from '../report/blocks.js';
import { experimentBlocks } from '../report/experiment.js';
import { toMarkdown } from '../report/to-markdown.js';

/** A result as a document: generated, so that nobody edits what a machine measured. All raw values are in its JSON. */
export function experimentMarkdown(result: ExperimentResult, command: string): string {
  const { experiment, startedAtIso, durationMs, isPartial } = result;
  const title = `${experiment.charAt(0).toUpperCase()}${experiment.slice(1)}`;
  const head: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'text',
      spans: [
        `Generated on ${startedAtIso.slice(0, 10)} by `,
        { code: command },
        ` in ${formatDuration(durationMs)}; do not edit.`,
        ...(isPartial ? [' It was stopped before its end.'] : []),
      ],
    },
  ];
  return toMarkdown([...head, ...experimentBlocks(result)]);
}
