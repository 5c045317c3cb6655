import { statSync } from 'node:fs';

/** What the database takes on the disk, its log included; nothing where it is not there. */
export function sizeOf(path: string): { sizeBytes?: number } {
  const sizes = ['', '-wal', '-shm'].map((part) => fileBytes(path + part));
  return sizes[0] === undefined
    ? {}
    : { sizeBytes: sizes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0) };
}

function fileBytes(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}
