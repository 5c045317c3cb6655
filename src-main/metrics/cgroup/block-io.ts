import { toCount } from '../files/kernel-text.js';

export interface BlockIo {
  readBytes: number;
  writtenBytes: number;
}

/**
 * cgroup v1 blkio.throttle.io_service_bytes (admin-guide/cgroup-v1/blkio-controller.rst): lines
 * `8:0 Read 4096`, `8:0 Write 0`, … and one `Total`. Undefined for a file without any line.
 * Every device is counted: a file on a device-mapper disk appears once for it and once for the disk below.
 */
export function parseBlkio(text: string): BlockIo | undefined {
  if (text.trim() === '') return undefined;
  const io: BlockIo = { readBytes: 0, writtenBytes: 0 };
  for (const match of text.matchAll(/^\d+:\d+ (Read|Write) (\d+)$/gm)) {
    const bytes = toCount(match[2]) ?? 0;
    if (match[1] === 'Read') io.readBytes += bytes;
    else io.writtenBytes += bytes;
  }
  return io;
}

/**
 * cgroup v2 io.stat (admin-guide/cgroup-v2.rst, IO): `8:0 rbytes=4096 wbytes=0 rios=1 …`, no line for
 * a device never used: an empty file is really 0.
 */
export function parseIoStat(text: string): BlockIo {
  const io: BlockIo = { readBytes: 0, writtenBytes: 0 };
  for (const match of text.matchAll(/\b([rw])bytes=(\d+)/g)) {
    const bytes = toCount(match[2]) ?? 0;
    if (match[1] === 'r') io.readBytes += bytes;
    else io.writtenBytes += bytes;
  }
  return io;
}
