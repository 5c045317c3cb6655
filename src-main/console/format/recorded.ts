import { formatDuration } from '../../contract/index.js';
import type { RecordingEnded } from '../record/record.js';
import { oneLine } from './instances.js';

const LONGEST_NAME = 60;

/** A line each: where it can be found, and how much there is of it. */
export function formatRecorded(recordings: readonly RecordingEnded[]): string {
  return recordings
    .map(({ entry, samples }) => {
      const { id, name, outcome, durationMs } = entry;
      const lasted = durationMs === undefined ? '' : `, ${formatDuration(durationMs)}`;
      const many = samples === undefined ? '' : `, ${samples} samples`;
      return `${id}  ${oneLine(name, LONGEST_NAME)}: ${outcome}${lasted}${many}\n`;
    })
    .join('');
}
