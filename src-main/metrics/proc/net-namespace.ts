import { readlinkSync, statSync } from 'node:fs';

/**
 * Whether a process is in our own network namespace; undefined when it is gone. The link in `ns` may
 * be read by its owner and root only; net/dev by anybody, and it is one file (one inode) per namespace.
 */
export function sharesNetwork(pid: number, procRoot: string): boolean | undefined {
  const isSame = (look: (process: string) => string | number): boolean | undefined => {
    try {
      return look(`${procRoot}/${String(pid)}`) === look(`${procRoot}/self`);
    } catch {
      return undefined;
    }
  };
  return (
    isSame((process) => readlinkSync(`${process}/ns/net`)) ??
    isSame((process) => statSync(`${process}/net/dev`).ino)
  );
}
