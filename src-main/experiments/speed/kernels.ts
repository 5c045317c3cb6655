import type { KernelName } from '../../contract/index.js';

/** What the twin `kernel` computes; the checksum is that of its default size, the same in every world. */
export interface Kernel {
  name: KernelName;
  title: string;
  checksum: string;
  /** It works in a granted directory. */
  needsDirectory?: true;
}

export const KERNELS: readonly Kernel[] = [
  { name: 'sieve', title: 'Sieve of Eratosthenes', checksum: '7ec6d3bbe504520a' },
  { name: 'sha256', title: 'SHA-256', checksum: 'a3cf7b38e4953fb7' },
  { name: 'matrix', title: 'Product of matrices of doubles', checksum: 'eb51d1bccdaeb5e3' },
  { name: 'sort', title: 'Heapsort', checksum: 'ff2054cd94e303c3' },
  { name: 'parse', title: 'Parse a document', checksum: '015e377331d00d8b' },
  { name: 'copy', title: 'Copy memory', checksum: '49763954d6fda0c3' },
  {
    name: 'files',
    title: 'Write and read a file',
    checksum: 'dbd9423a9dfd4633',
    needsDirectory: true,
  },
];
