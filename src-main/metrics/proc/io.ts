import { known, numberAfter } from '../files/kernel-text.js';

export interface ProcessIo {
  readBytes?: number;
  writtenBytes?: number;
}

/**
 * /proc/PID/io (filesystems/proc.rst 3.3): bytes that really went to or came from storage; what the
 * page cache served is not in it. Only the owner and root may read it.
 */
export function parseProcessIo(text: string): ProcessIo {
  return known<ProcessIo>({
    readBytes: numberAfter(text, 'read_bytes:'),
    writtenBytes: numberAfter(text, 'write_bytes:'),
  });
}
