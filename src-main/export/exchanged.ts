import { LabError, isRecordedRun } from '../contract/index.js';
import type { Exchanged, Recorded } from '../contract/index.js';

/** As it goes into a bundle. Throws LabError `still-recording`. */
export function exchangedOf(recorded: Recorded): Exchanged {
  const { note, tags } = recorded.entry;
  const notes = { ...(note === undefined ? {} : { note }), tags };
  if (isRecordedRun(recorded)) return { kind: 'run', ...notes, record: recorded.record };
  const { entry, plan, result, problem } = recorded;
  const { id, atIso, outcome, durationMs } = entry;
  if (outcome === 'recording') throw stillRecording(id);
  return {
    ...{ kind: 'experiment', ...notes, id, atIso, outcome, plan },
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(result === undefined ? {} : { result }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function stillRecording(id: string): LabError {
  return new LabError(
    'still-recording',
    `${id} has not ended.`,
    'Wait until it has ended, or stop it; then export it.',
  );
}
