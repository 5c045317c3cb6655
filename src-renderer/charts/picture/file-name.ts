const two = (value: number): string => String(value).padStart(2, '0');

/** `paralelo-memory-20261126-193105`, without the ending: a name for every file system, by the clock here. */
export function fileNameOf(title: string, now: Date): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const day = `${String(now.getFullYear())}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return ['paralelo', words, day, time].filter((part) => part !== '').join('-');
}
