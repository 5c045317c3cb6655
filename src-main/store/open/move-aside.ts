import { existsSync, renameSync } from 'node:fs';

/** What SQLite keeps beside a database in WAL mode. */
const PARTS = ['', '-wal', '-shm'];

/** Never over what was moved aside before. Returns the new name. */
export function moveAside(path: string): string {
  const aside = freeName(`${path}.damaged`);
  for (const part of PARTS) {
    if (existsSync(path + part)) renameSync(path + part, aside + part);
  }
  return aside;
}

export function freeName(wanted: string): string {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? wanted : `${wanted}-${nth}`;
    if (PARTS.every((part) => !existsSync(name + part))) return name;
  }
}
