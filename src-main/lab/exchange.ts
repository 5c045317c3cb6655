import { arch } from 'node:os';
import { MOST_UNPACKED_BYTES } from '../contract/index.js';
import type {
  Environment,
  ExportFormat,
  ExportedFile,
  ImportReport,
  Recorded,
} from '../contract/index.js';
import { exportFile, exportTooLarge, readBundle } from '../export/index.js';
import type { Bundle } from '../export/index.js';
import type { Ask } from './recording/lab-store.js';

/** Of a recording: what a picture can show, and what a Prometheus would have scraped of many hours. */
const MOST_POINTS: Partial<Record<ExportFormat, number>> = {
  md: 800,
  html: 800,
  openmetrics: 5000,
};

/** What was recorded leaves as files, and comes as bundles. */
export class Exchange {
  constructor(
    private readonly ask: Ask,
    private readonly environment: () => Promise<Environment>,
  ) {}

  /** Throws LabError `unknown-entry`, `still-recording`, `not-exportable`, `export-too-large`. */
  async export(ids: readonly string[], format: ExportFormat): Promise<ExportedFile> {
    const recorded: Recorded[] = [];
    const points = MOST_POINTS[format];
    let bytes = 0;
    for (const id of new Set(ids)) {
      const one = await this.ask('recorded', { id, ...(points === undefined ? {} : { points }) });
      bytes += JSON.stringify(one).length;
      if (bytes > MOST_UNPACKED_BYTES) throw exportTooLarge(MOST_UNPACKED_BYTES);
      recorded.push(one);
    }
    const { os, labVersion } = await this.environment();
    const createdAtIso = new Date().toISOString();
    return await exportFile(recorded, format, {
      createdAtIso,
      labVersion,
      machine: { os, arch: arch() },
    });
  }

  /** All of it or nothing. Throws LabError `not-a-bundle`, `bundle-damaged`, `bundle-too-large`, `bundle-newer`. */
  async import(content: string, fileName: string | undefined): Promise<ImportReport> {
    const bundle = await readBundle(Buffer.from(content, 'base64'));
    return await this.ask('import', {
      entries: bundle.entries,
      origin: originOf(bundle, fileName),
    });
  }
}

function originOf({ manifest }: Bundle, fileName: string | undefined): string {
  const { createdAtIso, labVersion, machine } = manifest;
  const file = fileName === undefined ? 'a bundle' : fileName.replace(/\s+/g, ' ');
  const today = new Date().toISOString().slice(0, 10);
  return `Imported on ${today} from ${file}: exported on ${createdAtIso.slice(0, 10)} by Paralelo ${labVersion} on ${machine.os}, ${machine.arch}.`;
}
