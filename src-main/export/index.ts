import { LabError, MOST_BUNDLE_BYTES, MOST_EXPORT_BYTES, formatBytes } from '../contract/index.js';
import type { ExportFormat, ExportedFile, Recorded } from '../contract/index.js';
import { CONTENT_TYPES } from '../openmetrics/index.js';
import { writeBundle } from './bundle/write.js';
import type { Origin } from './bundle/format.js';
import { tableOf } from './csv/index.js';
import { exchangedOf } from './exchanged.js';
import { jsonOf } from './json.js';
import { openMetricsOf } from './openmetrics.js';
import { htmlReport, markdownReport } from './report/report.js';

export { readBundle } from './bundle/read.js';
export type { Bundle } from './bundle/read.js';
export type { Origin } from './bundle/format.js';

type Kind = readonly [
  ending: string,
  mimeType: string,
  write: (recorded: readonly Recorded[], origin: Origin) => string | Promise<Buffer>,
];

const KINDS: Record<ExportFormat, Kind> = {
  json: ['json', 'application/json', jsonOf],
  csv: ['csv', 'text/csv; charset=utf-8; header=present', tableOf],
  md: ['md', 'text/markdown; charset=utf-8', markdownReport],
  html: ['html', 'text/html; charset=utf-8', htmlReport],
  openmetrics: ['om', CONTENT_TYPES.openmetrics, openMetricsOf],
  bundle: [
    'paralelo',
    'application/gzip',
    (recorded, origin) => writeBundle(recorded.map(exchangedOf), origin),
  ],
};

/** A file of these. Throws LabError `not-exportable`, `still-recording`, `export-too-large`. */
export async function exportFile(
  recorded: readonly Recorded[],
  format: ExportFormat,
  origin: Origin,
): Promise<ExportedFile> {
  const [ending, mimeType, write] = KINDS[format];
  const content = await write(recorded, origin);
  // What is exported as a bundle can be imported again.
  const mostBytes = format === 'bundle' ? MOST_BUNDLE_BYTES : MOST_EXPORT_BYTES;
  if (Buffer.byteLength(content) > mostBytes) throw exportTooLarge(mostBytes);
  return {
    fileName: `${nameOf(recorded, origin)}.${ending}`,
    mimeType,
    ...(typeof content === 'string'
      ? { encoding: 'utf8', content }
      : { encoding: 'base64', content: content.toString('base64') }),
  };
}

export function exportTooLarge(mostBytes: number): LabError {
  return new LabError(
    'export-too-large',
    `The file would be larger than ${formatBytes(mostBytes)}.`,
    'Export fewer entries at once. Of a long recording a bundle is smaller than a table or JSON, and a report smaller still.',
  );
}

/** A safe file name everywhere, whatever an entry is called. */
function nameOf(recorded: readonly Recorded[], { createdAtIso }: Origin): string {
  const [one] = recorded;
  const what = one !== undefined && recorded.length === 1 ? one.entry.id : String(recorded.length);
  return `paralelo-${what.replace(/[^A-Za-z0-9-]+/g, '-')}-${createdAtIso.slice(0, 10)}`;
}
