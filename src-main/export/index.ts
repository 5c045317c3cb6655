import { LabError, MOST_EXPORT_BYTES, formatBytes } from '../contract/index.js';
import type { ExportFormat, ExportedFile, Recorded } from '../contract/index.js';
import { writeBundle } from './bundle/write.js';
import type { Origin } from './bundle/format.js';
import { tableOf } from './csv/index.js';
import { exchangedOf } from './exchanged.js';
import { jsonOf } from './json.js';
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
  if (Buffer.byteLength(content) > MOST_EXPORT_BYTES) throw exportTooLarge();
  return {
    fileName: `${nameOf(recorded, origin)}.${ending}`,
    mimeType,
    ...(typeof content === 'string'
      ? { encoding: 'utf8', content }
      : { encoding: 'base64', content: content.toString('base64') }),
  };
}

export function exportTooLarge(): LabError {
  return new LabError(
    'export-too-large',
    `The file would be larger than ${formatBytes(MOST_EXPORT_BYTES)}.`,
    'Export fewer entries at once.',
  );
}

/** A safe file name everywhere, whatever an entry is called. */
function nameOf(recorded: readonly Recorded[], { createdAtIso }: Origin): string {
  const [one] = recorded;
  const what = one !== undefined && recorded.length === 1 ? one.entry.id : String(recorded.length);
  return `paralelo-${what.replace(/[^A-Za-z0-9-]+/g, '-')}-${createdAtIso.slice(0, 10)}`;
}
