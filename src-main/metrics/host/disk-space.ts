import { statfs } from 'node:fs/promises';
import { parse } from 'node:path';

export interface DiskSpace {
  diskUsedBytes?: number;
  diskTotalBytes?: number;
}

/** As `df` counts: what only root may use is neither used nor part of the whole. Never rejects. */
export async function readDiskSpace(directory = parse(process.cwd()).root): Promise<DiskSpace> {
  try {
    const { bsize, blocks, bfree, bavail } = await statfs(directory);
    const usedBytes = (blocks - bfree) * bsize;
    return { diskUsedBytes: usedBytes, diskTotalBytes: usedBytes + bavail * bsize };
  } catch {
    return {};
  }
}
