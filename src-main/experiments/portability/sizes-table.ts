import { formatBytes } from '../../contract/index.js';
import type { ResultTable } from '../../contract/index.js';
import type { Facts, ImageLooked, ModuleLooked } from './facts.js';

/** Of an image with more layers the largest are told. */
const MOST_LAYERS = 8;
const EVERY_WASM = 'every Wasm runtime';

/** A row for the image of each container runtime, and one for the module, which is the same everywhere. */
export function sizesTable({ images, module }: Facts): ResultTable {
  return {
    id: 'sizes',
    title: 'How large it is',
    columns: [
      { id: 'what', title: 'What' },
      { id: 'bytes', title: 'Size', unit: 'B' },
      { id: 'unique', title: 'Unique', unit: 'B' },
      { id: 'layers', title: 'Layers' },
      { id: 'stripped', title: 'Stripped', unit: 'B' },
      { id: 'gzip', title: 'gzip', unit: 'B' },
      { id: 'brotli', title: 'Brotli', unit: 'B' },
    ],
    rows: [
      ...[...images].map(([runtime, looked]) => ({ runtime, cells: imageCells(looked) })),
      ...(module === undefined ? [] : [{ runtime: EVERY_WASM, cells: moduleCells(module) }]),
    ],
  };
}

type Cells = ResultTable['rows'][number]['cells'];

function imageCells({ facts }: ImageLooked): Cells {
  const { ref, totalBytes, uniqueBytes, layers, layerBytes, gzipBytes } = facts;
  return {
    what: `image ${ref}`,
    ...(totalBytes === undefined ? {} : { bytes: totalBytes }),
    ...(uniqueBytes === undefined ? {} : { unique: uniqueBytes }),
    ...(layers === undefined ? {} : { layers: layersText(layers, layerBytes) }),
    ...(gzipBytes === undefined ? {} : { gzip: gzipBytes }),
  };
}

function layersText(layers: number, sizes: readonly number[] | undefined): string {
  if (sizes === undefined || sizes.length === 0) return String(layers);
  const shown = sizes.length > MOST_LAYERS ? [...sizes].sort((one, other) => other - one) : sizes;
  const more = sizes.length > MOST_LAYERS ? ', …' : '';
  return `${String(layers)}: ${shown.slice(0, MOST_LAYERS).map(formatBytes).join(', ')}${more}`;
}

function moduleCells({ content, sizes }: ModuleLooked): Cells {
  const { bytes, stripped, gzipBytes, brotliBytes } = sizes;
  return {
    what: `module ${content.name}`,
    bytes,
    ...(stripped === undefined ? {} : { stripped: stripped.bytes }),
    ...(gzipBytes === undefined ? {} : { gzip: gzipBytes }),
    ...(brotliBytes === undefined ? {} : { brotli: brotliBytes }),
  };
}
