import { chmodSync } from 'node:fs';

const NOBODY = 65_534;

/** What root may do is no measure: does it as a user without any right but to pass through `folder`. Of this process's own. */
export async function asNobody<T>(folder: string, act: () => T | Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return await act();
  chmodSync(folder, 0o711);
  seteuid.call(process, NOBODY);
  try {
    return await act();
  } finally {
    seteuid.call(process, 0);
  }
}
