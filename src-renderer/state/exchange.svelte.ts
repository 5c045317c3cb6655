import { LabError, MOST_BUNDLE_BYTES, toWireError } from '../../src-main/contract/index.js';
import type {
  Client,
  ExportFormat,
  ExportedFile,
  ImportReport,
  WireError,
} from '../../src-main/contract/index.js';
import { t } from '../i18n/index.js';
import { formatBytes } from '../text/format.js';
import { bytesOf, saveFile } from '../text/save-file.js';

/** What was recorded leaves as files, and comes as bundles. */
export class Exchange {
  /** What came of the last one. */
  told = $state.raw<string>();
  isBusy = $state(false);

  constructor(
    private readonly client: Client,
    private readonly refuse: (problem: WireError) => void,
  ) {}

  /** As a file that the browser or the window saves. */
  async save(ids: readonly string[], format: ExportFormat): Promise<void> {
    const file = await this.#export(ids, format);
    if (file === undefined) return;
    const { fileName, content, encoding, mimeType } = file;
    saveFile(fileName, encoding === 'base64' ? bytesOf(content) : content, mimeType);
  }

  /** Undefined when it was refused: that is told. */
  async #export(ids: readonly string[], format: ExportFormat): Promise<ExportedFile | undefined> {
    return await this.#during(async () => {
      const file = await this.client.request('history.export', { ids: [...ids], format });
      this.told = t('{{file}} is made of {{count}} entry.', {
        file: file.fileName,
        count: ids.length,
      });
      return file;
    });
  }

  async import(file: File): Promise<void> {
    await this.#during(async () => {
      if (file.size > MOST_BUNDLE_BYTES) throw tooLarge(file);
      const content = base64Of(new Uint8Array(await file.arrayBuffer()));
      const fileName = file.name.slice(0, 255);
      this.told = wordsOf(await this.client.request('history.import', { content, fileName }));
    });
  }

  async #during<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.isBusy = true;
    this.told = undefined;
    try {
      return await work();
    } catch (thrown) {
      this.refuse(toWireError(thrown));
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}

function wordsOf({ imported, skipped }: ImportReport): string {
  const renamed = imported.filter(({ was }) => was !== undefined).length;
  return [
    t('{{count}} entry was imported.', { count: imported.length }),
    ...(skipped.length === 0 ? [] : [t('{{count}} was here already.', { count: skipped.length })]),
    ...(renamed === 0
      ? []
      : [t('{{count}} has another id: one that differs has theirs here.', { count: renamed })]),
  ].join(' ');
}

function tooLarge({ name, size }: File): LabError {
  return new LabError(
    'bundle-too-large',
    t('{{file}} has {{size}}; a bundle has at most {{most}}.', {
      file: name,
      size: formatBytes(size),
      most: formatBytes(MOST_BUNDLE_BYTES),
    }),
    t('Export fewer entries at once where it comes from.'),
  );
}

/** By pieces: a call takes only so many arguments. A multiple of three, so that no piece is padded. */
const PIECE = 3 * 8192;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}
