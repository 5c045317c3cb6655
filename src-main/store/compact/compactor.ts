import type { StoreSettings } from '../../contract/index.js';
import type { Database } from '../database.js';
import { purge } from './purge.js';
import { LEVELS, dropOldest, isWorth, thin } from './thin.js';
import type { Level } from './thin.js';

const DAY_MS = 86_400_000;
/** What the budget may take away at once: never what is this young. */
const YOUNGEST_MS = 60_000;
const PAGES_AT_ONCE = 250;
/** Used again at once, most likely. */
const PAGES_KEPT = 250;

/** Only recordings are thinned out, and not those that are pinned. Runs and experiments stay whole. */
const SERIES = `SELECT series.id FROM series JOIN entry ON entry.id = series.entry
  WHERE entry.kind = 'recording' AND NOT entry.is_pinned AND EXISTS`;

/** One small step towards what the settings say. False when all is as they say. */
export function compactOnce(database: Database, settings: StoreSettings, nowMs: number): boolean {
  return (
    purge(database, nowMs - settings.removedDays * DAY_MS) ||
    thinByAge(database, settings, nowMs) ||
    (isOverBudget(database, settings) && thinBySize(database, nowMs)) ||
    giveBack(database)
  );
}

function thinByAge(database: Database, settings: StoreSettings, nowMs: number): boolean {
  const { rawDays, oneSecondDays, tenSecondDays } = settings;
  const days = new Map([
    [1000, rawDays],
    [10_000, oneSecondDays],
    [60_000, tenSecondDays],
  ]);
  return LEVELS.some((level) => {
    const beforeMs = nowMs - (days.get(level.toStepMs) ?? Infinity) * DAY_MS;
    return thinOldest(database, level, beforeMs);
  });
}

/** The finest first, of the oldest; at last the oldest steps of all. */
function thinBySize(database: Database, nowMs: number): boolean {
  const beforeMs = nowMs - YOUNGEST_MS;
  if (purge(database, nowMs)) return true;
  if (LEVELS.some((level) => thinOldest(database, level, beforeMs))) return true;
  const series = oldest(database, { fromStepMs: 60_000, toStepMs: 60_000 }, beforeMs);
  return series !== undefined && dropOldest(database, series) > 0;
}

function thinOldest(database: Database, level: Level, beforeMs: number): boolean {
  const wholeMs = Math.floor(beforeMs / level.toStepMs) * level.toStepMs;
  const series = oldest(database, level, wholeMs);
  return series !== undefined && thin(database, series, level, beforeMs) > 0;
}

/** A series that has something of this fineness from before that time, and would become less by it. */
function oldest(database: Database, level: Level, beforeMs: number): number | undefined {
  const has =
    level.fromStepMs === 0
      ? '(SELECT 1 FROM sample WHERE sample.series = series.id AND at_ms < ?2 AND ?1 = 0)'
      : '(SELECT 1 FROM rollup WHERE rollup.series = series.id AND step_ms = ?1 AND at_ms < ?2)';
  const found = database
    .statement(`${SERIES} ${has} AND ${isWorth(level)} ORDER BY entry.at_ms LIMIT 1`)
    .get(level.fromStepMs, beforeMs);
  return found === undefined ? undefined : Number(found['id']);
}

/** For the log beside the file, and for room inside it that is used again. */
const BESIDE_BYTES = 16 * 1024 ** 2;

/** By what is in use: room that was given up inside the file is used again first, and the rest goes back. */
export function isOverBudget(database: Database, { budgetBytes }: StoreSettings): boolean {
  const used = pragma(database, 'page_count') - pragma(database, 'freelist_count');
  return (
    used * pragma(database, 'page_size') > budgetBytes - Math.min(BESIDE_BYTES, budgetBytes / 4)
  );
}

/** Room inside the file goes back to the disk, some pages at a time. */
function giveBack(database: Database): boolean {
  const free = pragma(database, 'freelist_count');
  if (free <= PAGES_KEPT || pragma(database, 'auto_vacuum') !== 2) return false;
  database.execute(`PRAGMA incremental_vacuum(${PAGES_AT_ONCE})`);
  return pragma(database, 'freelist_count') < free;
}

function pragma(database: Database, name: string): number {
  return Number(Object.values(database.statement(`PRAGMA ${name}`).get() ?? {})[0]);
}
