import { readFileSync } from 'node:fs';

/** The users of this machine by number, as far as passwd(5) knows them; of two with one number the first, as getpwuid(3). */
export function userNames(path = '/etc/passwd'): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of passwdLines(path)) {
    const [name = '', , uid = ''] = line.split(':');
    if (name === '' || !/^\d+$/.test(uid) || names.has(Number(uid))) continue;
    names.set(Number(uid), name);
  }
  return names;
}

function passwdLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
