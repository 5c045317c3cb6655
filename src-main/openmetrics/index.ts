import { expose } from './expose.js';
import type { TextFormat } from './expose.js';
import { hostFamilies } from './host-families.js';
import { subjectFamilies } from './subject-families.js';
import type { Snapshot, Subject } from './subject.js';

export { subjectsOf } from './subject.js';
export type { Read, Snapshot, Subject } from './subject.js';
export type { TextFormat } from './expose.js';

export const CONTENT_TYPES: Readonly<Record<TextFormat, string>> = {
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
};

/** What was read at other times; of each subject in the order of these. */
export function recordedText(subjects: readonly Subject[]): string {
  return expose(subjectFamilies(subjects), 'openmetrics');
}

/** The live numbers as text that a Prometheus reads. */
export function metricsText(snapshot: Snapshot, format: TextFormat): string {
  return expose([...subjectFamilies(snapshot.subjects), ...hostFamilies(snapshot)], format);
}
