import type { ContenderResult, Measure, RecordedExperiment } from '../../contract/index.js';
import { csvOf } from '../../contract/index.js';
import type { CsvColumn } from '../../contract/index.js';

interface Row {
  experiment: RecordedExperiment;
  contender: ContenderResult;
  measure: Measure;
  at: number;
}

const COLUMNS: readonly CsvColumn<Row>[] = [
  ['experiment_id', ({ experiment }) => experiment.entry.id],
  ['experiment', ({ experiment }) => experiment.plan.experiment],
  ['started_at', ({ experiment }) => experiment.entry.atIso],
  ['contender', ({ contender }) => contender.runtime],
  ['contender_kind', ({ contender }) => contender.kind],
  ['contender_version', ({ contender }) => contender.version],
  ['measure_id', ({ measure }) => measure.id],
  ['measure', ({ measure }) => measure.title],
  ['unit', ({ measure }) => measure.unit],
  ['run', ({ at }) => at + 1],
  ['sequence', ({ contender, measure, at }) => sequenceOf(contender, measure, at)],
  ['value', ({ measure, at }) => measure.raw[at]],
  ['is_outlier', ({ measure, at }) => measure.outliers.includes(at)],
];

/** Tidy: a row a raw value, in the order of the runs. */
export function rawValuesCsv(experiments: readonly RecordedExperiment[]): string {
  return csvOf(COLUMNS, experiments.flatMap(rowsOf));
}

function rowsOf(experiment: RecordedExperiment): Row[] {
  return (experiment.result?.contenders ?? []).flatMap((contender) =>
    contender.measures.flatMap((measure) =>
      measure.raw.map((_, at) => ({ experiment, contender, measure, at })),
    ),
  );
}

/** Among the runs of all contenders. A run that could not tell a measure is not known by its place. */
function sequenceOf({ order }: ContenderResult, { raw }: Measure, at: number): number | undefined {
  return order?.length === raw.length ? order[at] : undefined;
}
