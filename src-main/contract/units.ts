/**
 * Sizes and times as people write them. Sizes: `k m g` and `KiB MiB GiB` are powers of 1024
 * (as in `docker run --memory`), a bare number is bytes. Times: `ms s m h`; a bare number is
 * seconds for `docker stop`-like flags, so here a unit is demanded instead of guessed.
 */
const SIZE_FACTORS: Record<string, number> = {
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
};

const TIME_FACTORS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function parseWithUnit(text: string, factors: Record<string, number>, bare?: number) {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  if (match === null) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const factor = unit === '' ? bare : factors[unit];
  if (factor === undefined) return undefined;
  const value = Math.round(Number(match[1]) * factor);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Bytes, or undefined when `text` is not a size. */
export function parseSize(text: string): number | undefined {
  return parseWithUnit(text, SIZE_FACTORS, 1);
}

/** Milliseconds, or undefined when `text` is not a time with a unit. */
export function parseDuration(text: string): number | undefined {
  return parseWithUnit(text, TIME_FACTORS);
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `67108864` -> `64.0 MiB`. Three significant digits, always with the unit. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < BINARY_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || Math.abs(value) >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${BINARY_UNITS[unit] ?? 'B'}`;
}

/** `52.31` -> `52.3 ms`, `1530` -> `1.53 s`, `90000` -> `1 m 30 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 100) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${ms.toFixed(0)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))} m ${String(seconds % 60)} s`;
}

/** `31.42` -> `31 %`; below 10 one decimal. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
