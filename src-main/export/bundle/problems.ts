import {
  LabError,
  MOST_BUNDLE_BYTES,
  MOST_UNPACKED_BYTES,
  formatBytes,
} from '../../contract/index.js';

const AGAIN = 'Nothing was imported. Export it again where it comes from, and copy it whole.';

export function notABundle(why: string): LabError {
  return new LabError(
    'not-a-bundle',
    `This file is no bundle of Paralelo: ${why}.`,
    'Choose a .paralelo file, as `paralelo export --format bundle` or the History view makes it.',
  );
}

export function damaged(why: string): LabError {
  return new LabError('bundle-damaged', `The bundle is damaged: ${why.slice(0, 300)}.`, AGAIN);
}

export function tooLarge(): LabError {
  return new LabError(
    'bundle-too-large',
    `The bundle is too large: at most ${formatBytes(MOST_BUNDLE_BYTES)} are read, and at most ${formatBytes(MOST_UNPACKED_BYTES)} when it is unpacked.`,
    'Nothing was imported. Export fewer entries at once where it comes from.',
  );
}

export function newer(version: number, known: number): LabError {
  return new LabError(
    'bundle-newer',
    `The bundle was made by a newer Paralelo (version ${version} of bundles, this one knows ${known}).`,
    'Nothing was imported. Install the newer Paralelo and import it there.',
  );
}
