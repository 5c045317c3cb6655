import {
  LabError,
  isRecordedAttempts,
  isRecordedInstance,
  isRecordedRun,
} from '../contract/index.js';
import type {
  Exchanged,
  ExchangedAttempts,
  ExchangedExperiment,
  ExchangedRecording,
  Recorded,
  RecordedAttempts,
  RecordedExperiment,
  RecordedInstance,
} from '../contract/index.js';

type Said = Pick<Exchanged, 'note' | 'tags'>;

/** As it goes into a bundle. Throws LabError `still-recording`. */
export function exchangedOf(recorded: Recorded): Exchanged {
  const { note, tags } = recorded.entry;
  const said = { ...(note === undefined ? {} : { note }), tags };
  if (isRecordedRun(recorded)) return { kind: 'run', ...said, record: recorded.record };
  if (isRecordedAttempts(recorded)) return attemptsOf(recorded, said);
  return isRecordedInstance(recorded) ? recordingOf(recorded, said) : experimentOf(recorded, said);
}

function experimentOf(recorded: RecordedExperiment, said: Said): ExchangedExperiment {
  const { entry, plan, result, problem } = recorded;
  const { id, atIso, outcome, durationMs } = entry;
  if (outcome === 'recording') throw stillRecording(id);
  return {
    ...{ kind: 'experiment', ...said, id, atIso, outcome, plan },
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(result === undefined ? {} : { result }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function attemptsOf({ entry, matrix }: RecordedAttempts, said: Said): ExchangedAttempts {
  const { id, atIso, outcome } = entry;
  if (outcome === 'recording') throw stillRecording(id);
  return { kind: 'attempts', ...said, id, atIso, outcome, matrix };
}

function recordingOf({ entry, samples, steps }: RecordedInstance, said: Said): ExchangedRecording {
  const { id, atIso, outcome, durationMs, environment } = entry;
  const { instanceId, instanceKind, name, runtime, program } = entry;
  if (outcome === 'recording') throw stillRecording(id);
  return {
    ...{ kind: 'recording', ...said, id, atIso, outcome },
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(environment === undefined ? {} : { environment }),
    instance: {
      ...{ id: instanceId, kind: instanceKind, name },
      ...(runtime === undefined ? {} : { runtime }),
      ...(program === undefined ? {} : { program }),
    },
    ...{ samples, steps },
  };
}

function stillRecording(id: string): LabError {
  return new LabError(
    'still-recording',
    `${id} has not ended.`,
    'Wait until it has ended, or stop it; then export it.',
  );
}
