import { LabError, isRecordedInstance, isRecordedRun } from '../contract/index.js';
import type { Recorded, RecordedInstance, RecordedRun, Sample } from '../contract/index.js';
import { recordedText } from '../openmetrics/index.js';
import type { Subject } from '../openmetrics/index.js';

/**
 * With the time of each reading, as `promtool tsdb create-blocks-from openmetrics` reads it. Throws LabError
 * `not-exportable`: experiments and attempts have no readings.
 */
export function openMetricsOf(recorded: readonly Recorded[]): string {
  const other = recorded.find((one) => !isRecordedRun(one) && !isRecordedInstance(one));
  if (other !== undefined) {
    throw new LabError(
      'not-exportable',
      `OpenMetrics text has what was read at a time; ${other.entry.id} has no readings.`,
      'Choose JSON, CSV or a bundle for it, or export runs and recordings only.',
    );
  }
  return recordedText([
    ...recorded.filter(isRecordedRun).flatMap(readingsOfRun),
    ...recorded.filter(isRecordedInstance).flatMap(readingsOfRecording),
  ]);
}

function readingsOfRun({ record }: RecordedRun): Subject[] {
  const { id, runtime, workload, environment, samples, requestedAt } = record;
  // Only an engine of containers is named in the environment of a run.
  const isContainer = environment.engine !== undefined;
  const whom: Subject = {
    ...{ id, name: workload.ref, runtime, kind: isContainer ? 'container' : 'wasm' },
    ...(isContainer ? { engine: runtime.split(':')[0] ?? runtime } : {}),
  };
  const zeroMs = Date.parse(requestedAt);
  return samples.map((sample) => ({ ...whom, sample, atMs: zeroMs + sample.tMs }));
}

function readingsOfRecording({ entry, samples, steps }: RecordedInstance): Subject[] {
  const { id, name, instanceKind: kind, runtime } = entry;
  const whom = { id, name, kind, ...(runtime === undefined ? {} : { runtime }) };
  const readings = [
    ...samples.map((sample) => ({ sample, atMs: sample.tMs })),
    ...steps.map(({ stepMs, mean, max }) => ({
      sample: atItsEnd(mean, max),
      atMs: mean.tMs + stepMs,
    })),
  ].sort((one, other) => one.atMs - other.atMs);
  // One reading of a time.
  return readings
    .filter(({ atMs }, at) => Math.round(atMs) !== Math.round(readings[at - 1]?.atMs ?? NaN))
    .map((reading) => ({ ...whom, ...reading }));
}

/** What is counted up stands at its highest; of everything else the mean speaks for the step. */
function atItsEnd(mean: Sample, max: Sample): Sample {
  const { cpuTimeMs, readBytes, writtenBytes, rxBytes, txBytes } = max;
  const counted = { cpuTimeMs, readBytes, writtenBytes, rxBytes, txBytes };
  const known = Object.entries(counted).filter(([, value]) => value !== undefined);
  return { ...mean, ...Object.fromEntries(known) };
}
